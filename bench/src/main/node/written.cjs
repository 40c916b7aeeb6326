/** sharp as its users write it: a pipeline for each variant, all at once. */
'use strict';

const sharp = require('sharp');
const { serve, mark, withOriginal } = require('./peer.cjs');

const SIZES = [
  ['large', 1200],
  ['medium', 800],
  ['thumbnail', 300],
  ['tiny', 100],
];
const marks = { large: mark('large'), medium: mark('medium') };

function resized(content, edge) {
  return sharp(content)
    .rotate()
    .resize(edge, edge, { fit: 'inside', withoutEnlargement: true });
}

function encoded(picture, format) {
  return format === 'png' ? picture.png() : picture.jpeg({ quality: 85, progressive: true });
}

function variant({ content, format }, name, edge) {
  const picture = resized(content, edge);
  if (marks[name]) {
    picture.composite([{ input: marks[name], gravity: 'southeast' }]);
  }
  return encoded(picture, format).toBuffer().then((content) => ({ name, format, content }));
}

function webp({ content }) {
  return resized(content, 1200)
    .webp({ quality: 80 })
    .toBuffer()
    .then((content) => ({ name: 'webp', format: 'webp', content }));
}

function original({ content, format }) {
  return encoded(sharp(content).rotate(), format)
    .toBuffer()
    .then((content) => ({ name: 'original', format, content }));
}

serve((photo) =>
  Promise.all([
    ...SIZES.map(([name, edge]) => variant(photo, name, edge)),
    webp(photo),
    ...(withOriginal ? [original(photo)] : []),
  ]),
);
