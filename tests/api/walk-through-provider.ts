/** Where a form or a redirect of the provider leads, asked with the cookies that it set so far. */
async function step(url: string, jar: Map<string, string>, body?: URLSearchParams) {
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(body === undefined ? {} : { method: 'POST', body }),
  });
  for (const one of response.headers.getSetCookie()) {
    const [name = '', value = ''] = one.split(';')[0]?.split('=') ?? [];
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
  return response;
}

/**
 * Goes through a provider's pages as a browser does: signs in, agrees, and stops where the browser is sent back.
 * @returns the address to come back to.
 */
export async function walkThrough(start: string, who: string, redirect: string): Promise<string> {
  const jar = new Map<string, string>();
  let response = await step(start, jar);
  let at = start;
  for (let steps = 0; steps < 12; steps += 1) {
    const location = response.headers.get('location');
    if (location !== null) {
      at = new URL(location, at).href;
      if (at.startsWith(redirect)) return at;
      response = await step(at, jar);
    } else {
      const page = await response.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      const action = /action="([^"]+)"/.exec(page)?.[1];
      if (prompt === undefined || action === undefined) throw new Error(`No form: ${page}`);
      const form = { prompt, ...(prompt === 'login' ? { login: who, password: 'any' } : {}) };
      at = new URL(action, at).href;
      response = await step(at, jar, new URLSearchParams(form));
    }
  }
  throw new Error('The provider goes on and on.');
}
