// Uppy is for browsers; jsdom has what of them it needs, the same-origin policy included.
import { JSDOM } from 'jsdom';
import { origin } from './safelight.js';

const { window } = new JSDOM('', { url: origin });

for (const name of ['XMLHttpRequest', 'FormData', 'File', 'Blob', 'ProgressEvent', 'document', 'location', 'localStorage']) {
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
}
globalThis.window = window;

/** A file as an input of a page has it. */
export const file = (bytes, name, type) => new window.File([bytes], name, { type });
