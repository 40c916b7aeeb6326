/**
 * What every sharp peer shares: the work list, the line protocol, and photos in flight.
 *
 * Arguments: folder of the bench (photos.tsv and the marks), recipe, photos in flight.
 */
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const readline = require('node:readline');

const [folder, recipe, inFlight] = process.argv.slice(2);

/** The photos with their content in memory, as a service has them. */
function photos() {
  return fs
    .readFileSync(path.join(folder, 'photos.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [file, format] = line.split('\t');
      return { name: path.basename(file), content: fs.readFileSync(file), format };
    });
}

/** The mark for a variant, or nothing: only two variants of the recipe "marked" have one. */
function mark(variant) {
  const file = path.join(folder, `mark-${variant}.png`);
  return recipe === 'marked' && fs.existsSync(file) ? fs.readFileSync(file) : null;
}

async function inTurn(work, each) {
  let next = 0;
  const worker = async () => {
    while (next < work.length) {
      await each(work[next++]);
    }
  };
  await Promise.all(Array.from({ length: Number(inFlight) }, worker));
}

function write(target, photo, variants) {
  for (const { name, format, content } of variants) {
    fs.writeFileSync(path.join(target, `${photo.name}.${name}.${format}`), content);
  }
}

/**
 * Answers commands until standard input ends: "pass N" develops all photos N times, "write FOLDER"
 * develops them once and keeps the files.
 *
 * @param develop gives the variants of a photo
 */
async function serve(develop) {
  const all = photos();
  console.log('ready');
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const [command, argument] = line.split(' ');
    if (command === 'pass') {
      await inTurn(Array.from({ length: Number(argument) }, () => all).flat(), develop);
    } else {
      await inTurn(all, async (photo) => write(argument, photo, await develop(photo)));
    }
    console.log('done');
  }
}

module.exports = { serve, mark, withOriginal: recipe === 'standard' };
