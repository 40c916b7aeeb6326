/**
 * sharp as an expert writes it: each photo is decoded once, each variant is made from the next
 * larger one in raw pixels, one thread for each photo, nothing cached.
 */
'use strict';

const sharp = require('sharp');
const { serve, mark, withOriginal } = require('./peer.cjs');

sharp.cache(false);
sharp.concurrency(1);

const SIZES = [
  ['large', 1200],
  ['medium', 800],
  ['thumbnail', 300],
  ['tiny', 100],
];
const marks = { large: mark('large'), medium: mark('medium') };

async function raw(picture) {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return () =>
    sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

function inside(picture, edge) {
  return picture.resize(edge, edge, { fit: 'inside', withoutEnlargement: true });
}

async function encoded(picture, name, format) {
  const written =
    format === 'png'
      ? picture.png()
      : format === 'webp'
        ? picture.webp({ quality: 80 })
        : picture.jpeg({ quality: 85, progressive: true });
  return { name, format, content: await written.toBuffer() };
}

function marked(picture, name) {
  return marks[name] ? picture.composite([{ input: marks[name], gravity: 'southeast' }]) : picture;
}

serve(async ({ content, format }) => {
  const variants = [];
  if (withOriginal) {
    variants.push(await encoded(sharp(content).autoOrient(), 'original', format));
  }
  let next = await raw(inside(sharp(content).autoOrient(), 1200));
  for (const [name, edge] of SIZES) {
    if (edge < 1200) {
      next = await raw(inside(next(), edge));
    } else {
      variants.push(await encoded(next(), 'webp', 'webp'));
    }
    variants.push(await encoded(marked(next(), name), name, format));
  }
  return variants;
});
