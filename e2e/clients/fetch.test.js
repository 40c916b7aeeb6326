// What docs/uploading.md shows with fetch.
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { picture } from './picture.js';
import { call, settled } from './safelight.js';

test('a form with fields becomes an image that has them', async () => {
  const form = new FormData();
  form.append('altText', 'Noise');
  form.append('tags', 'beach');
  form.append('tags', 'summer');
  form.append('file', new Blob([picture()]), 'noise.png');

  const uploaded = await call('/api/images', { method: 'POST', body: form });
  const image = await settled(uploaded.id);

  assert.equal(image.status, 'ready');
  assert.equal(image.originalName, 'noise.png');
  assert.equal(image.altText, 'Noise');
  assert.deepEqual(image.tags, ['beach', 'summer']);
});

test('the image itself, with its digest, is a body too', async () => {
  const bytes = picture();
  const digest = createHash('sha256').update(bytes).digest('base64');

  const image = await call('/api/images?altText=Noise', {
    method: 'POST',
    headers: {
      'Content-Type': 'image/png',
      'Content-Disposition': 'attachment; filename="noise.png"',
      'Content-Digest': `sha-256=:${digest}:`,
    },
    body: bytes,
  });

  assert.equal(image.originalName, 'noise.png');
  assert.equal(image.checksums.sha256, Buffer.from(digest, 'base64').toString('hex'));
});

test('JSON with base64 is a body, too', async () => {
  const image = await call('/api/images', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      image: { filename: 'noise.png', content: picture().toString('base64') },
      metadata: { altText: 'Noise', tags: ['beach'] },
    }),
  });

  assert.deepEqual(image.tags, ['beach']);
});

test('a second try with the same Idempotency-Key makes no second image', async () => {
  const request = {
    method: 'POST',
    headers: { 'Content-Type': 'image/png', 'Idempotency-Key': randomUUID() },
    body: picture(),
  };

  const first = await call('/api/images', request);
  const second = await call('/api/images', request);

  assert.equal(second.id, first.id);
});

test('a problem says what to do, and where', async () => {
  const form = new FormData();
  form.append('altText', 'x'.repeat(256));
  form.append('file', new Blob([picture()]), 'noise.png');

  await assert.rejects(call('/api/images', { method: 'POST', body: form }), (error) => {
    assert.equal(error.status, 422);
    assert.equal(error.problem.type, 'urn:safelight:problem:invalid-fields');
    assert.deepEqual(error.problem.errors, [{ field: 'altText', message: 'Use at most 255 characters.' }]);
    return true;
  });
});
