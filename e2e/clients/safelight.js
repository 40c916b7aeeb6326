// What the tests know of the stack: where it is, who uploads, and how to ask for an image.

export const origin = process.env.SAFELIGHT_URL ?? 'http://127.0.0.1:8080';
export const token = process.env.SAFELIGHT_TOKEN;

if (!token) {
  throw new Error('Set SAFELIGHT_TOKEN, such as: SAFELIGHT_TOKEN=$(make token) npm test');
}

export const authorization = { Authorization: `Bearer ${token}` };

/** Asks for JSON, and says the status with the answer where it is no success. */
export async function call(path, options = {}) {
  const response = await fetch(new URL(path, origin), {
    ...options,
    headers: { ...authorization, ...options.headers },
  });
  const body = await response.json();
  if (!response.ok) {
    throw Object.assign(new Error(`${response.status}: ${body.detail}`), { status: response.status, problem: body });
  }
  return body;
}

/** The image once it is ready, or rejected. */
export const settled = (id) => call(`/api/images/${id}?wait=30`);
