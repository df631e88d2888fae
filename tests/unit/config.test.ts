import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';

const OIDC = {
  OIDC_ISSUER: 'https://login.example.org/realms/people',
  OIDC_CLIENT_ID: 'talentbridge',
  OIDC_CLIENT_SECRET: 'secret',
};
const OWN = { DATABASE: '/tmp/own.db', PUBLIC_URL: 'https://talent.example.org' };

describe('the configuration of single sign-on', () => {
  it('is none without its variables', () => {
    expect(readConfig(OWN).singleSignOn).toBeNull();
  });

  it('is all of them, the issuer to the letter', () => {
    const config = readConfig({ ...OWN, ...OIDC, OIDC_LABEL: '星岳', OIDC_CLIENT_AUTH: 'post' });
    expect(config.singleSignOn).toEqual({
      issuer: OIDC.OIDC_ISSUER,
      clientId: 'talentbridge',
      clientSecret: 'secret',
      clientAuth: 'post',
      label: '星岳',
    });
  });

  it.each([
    [{ ...OWN, OIDC_ISSUER: OIDC.OIDC_ISSUER }, 'or none'],
    [{ ...OWN, ...OIDC, OIDC_ISSUER: 'http://login.example.org' }, 'https://'],
    [{ ...OWN, ...OIDC, OIDC_ISSUER: 'login' }, 'calls itself'],
    [{ ...OWN, ...OIDC, OIDC_CLIENT_AUTH: 'none' }, 'basic or post'],
    [{ ...OWN, ...OIDC, OIDC_LABEL: '' }, 'OIDC_LABEL'],
    [{ DATABASE: OWN.DATABASE, ...OIDC }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: OWN.PUBLIC_URL, ...OIDC }, 'DATABASE'],
  ])('is refused at the start where it makes no sense: %j', (variables, words) => {
    expect(() => readConfig(variables)).toThrow(words);
  });
});
