import { file } from './browser.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import AwsS3 from '@uppy/aws-s3';
import Uppy from '@uppy/core';
import XHRUpload from '@uppy/xhr-upload';
import { picture } from './picture.js';
import { authorization, call, origin, settled } from './safelight.js';

const quiet = { debug() {}, warn() {}, error() {} };

function xhr() {
  return new Uppy({ logger: quiet }).use(XHRUpload, {
    endpoint: `${origin}/api/images`,
    fieldName: 'file',
    headers: authorization,
    // Uppy would send its own notes on the file, too, which we do not know.
    allowedMetaFields: ['altText'],
    shouldRetry: () => false,
  });
}

/** The file goes straight to the store, and is completed before Uppy says that it is done. */
function direct() {
  const uppy = new Uppy({ logger: quiet });
  uppy.use(AwsS3, {
    shouldUseMultipart: false,
    async getUploadParameters({ id, name, type, size }) {
      const upload = await call('/api/uploads/presigned', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ filename: name, contentType: type, size }),
      });
      uppy.setFileMeta(id, { uploadId: upload.uploadId });
      return upload;
    },
  });
  uppy.addPostProcessor(async (ids) => {
    for (const id of ids) {
      const { uploadId } = uppy.getFile(id).meta;
      const image = await call(`/api/uploads/${uploadId}/complete`, { method: 'POST' });
      uppy.setFileMeta(id, { imageId: image.id });
    }
  });
  return uppy;
}

function add(uppy, bytes = picture(), type = 'image/png') {
  uppy.addFile({ name: 'noise.png', type, data: file(bytes, 'noise.png', type), meta: { altText: 'Noise' } });
  return uppy;
}

test('XHR uploads a form', async () => {
  const { successful } = await add(xhr()).upload();

  const image = await settled(successful[0].response.body.id);
  assert.equal(image.status, 'ready');
  assert.equal(image.altText, 'Noise');
});

test('XHR hands the problem on', async () => {
  const { failed } = await add(xhr(), Buffer.from('This is no image.')).upload();

  assert.equal(failed.length, 1);
  assert.equal(failed[0].response.status, 415);
});

test('S3 uploads straight to the store', async () => {
  const { successful, failed } = await add(direct()).upload();

  assert.equal(failed.length, 0, failed[0]?.error);
  assert.equal((await settled(successful[0].meta.imageId)).status, 'ready');
});
