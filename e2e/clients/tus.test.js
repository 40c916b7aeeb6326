import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Upload } from 'tus-js-client';
import { picture } from './picture.js';
import { authorization, origin, settled } from './safelight.js';

const endpoint = `${origin}/api/uploads/tus`;

/** Runs an upload to its end; its image's id comes with the last bytes. */
function finish(bytes, options) {
  return new Promise((resolve, reject) => {
    let imageId;
    const upload = new Upload(bytes, {
      endpoint,
      headers: authorization,
      retryDelays: null,
      metadata: { filename: 'noise.png', filetype: 'image/png', altText: 'Noise' },
      onAfterResponse: (request, response) => {
        imageId = response.getHeader('X-Image-ID') ?? imageId;
      },
      onError: reject,
      onSuccess: () => resolve(imageId),
      ...options,
    });
    upload.start();
  });
}

/** Runs an upload until some bytes are there, breaks it off, and answers where it is. */
function breakOff(bytes, chunkSize) {
  return new Promise((resolve, reject) => {
    const upload = new Upload(bytes, {
      endpoint,
      headers: authorization,
      retryDelays: null,
      chunkSize,
      metadata: { filename: 'noise.png', filetype: 'image/png' },
      onError: reject,
      onSuccess: () => reject(new Error('It was not broken off in time')),
      onChunkComplete: () => {
        upload.abort().then(() => resolve(upload.url), reject);
      },
    });
    upload.start();
  });
}

test('a file in one piece becomes an image', async () => {
  const image = await settled(await finish(picture()));

  assert.equal(image.status, 'ready');
  assert.equal(image.originalName, 'noise.png');
  assert.equal(image.altText, 'Noise');
});

test('a file in many pieces, the first one with the creation, becomes an image', async () => {
  const id = await finish(picture(), { chunkSize: 50_000, uploadDataDuringCreation: true });

  assert.equal((await settled(id)).status, 'ready');
});

test('what was broken off goes on where it was', async () => {
  const bytes = picture();
  const uploadUrl = await breakOff(bytes, 50_000);
  const seen = [];

  const id = await finish(bytes, {
    uploadUrl,
    onProgress: (sent) => seen.push(sent),
  });

  assert.ok(seen[0] >= 50_000, `It began again at ${seen[0]}`);
  assert.equal((await settled(id)).size, bytes.length);
});

test('an upload can be ended by its owner, and is then unknown', async () => {
  const bytes = picture();
  const uploadUrl = await breakOff(bytes, 50_000);

  await Upload.terminate(uploadUrl, { headers: authorization });

  const gone = await fetch(uploadUrl, { method: 'HEAD', headers: { ...authorization, 'Tus-Resumable': '1.0.0' } });
  assert.equal(gone.status, 404);
});

test('what is no image is refused with the last piece, and says why', async () => {
  await assert.rejects(finish(Buffer.from('This is no image.')), (error) => {
    const problem = JSON.parse(error.originalResponse.getBody());
    assert.equal(error.originalResponse.getStatus(), 415);
    assert.equal(problem.type, 'urn:safelight:problem:unsupported-type');
    return true;
  });
});
