import type { Bilingual } from './language.ts';

/** An OpenID Connect provider, and as what this deployment is registered with it. */
export interface IdentityProvider {
  /** The provider's own name for itself, to the letter. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How the client secret is sent: in a header, or with the form. */
  readonly clientAuth: 'basic' | 'post';
  /** What the button is called after; null for words of the page's own. */
  readonly label: string | null;
}

/** Why somebody who comes back from the provider is not let in. */
export const SIGN_ON_REFUSALS = {
  unknown: {
    en: 'Nobody with this e-mail address is invited. Ask an administrator for an invitation.',
    zh: '该电子邮箱没有账户，也没有有效的邀请。请联系管理员获取邀请。',
  },
  unverified: {
    en: 'The provider does not vouch for your e-mail address. Have it confirmed there, then sign in again.',
    zh: '登录服务未确认您的电子邮箱。请先在该服务中验证邮箱，再重新登录。',
  },
  shut_out: {
    en: 'This account is shut out. Ask an administrator.',
    zh: '此账户已被停用，请联系管理员。',
  },
  other_person: {
    en: 'The account of this e-mail address belongs to somebody else at the provider. Ask an administrator for a link for a new password: it lets you in and takes the old tie away.',
    zh: '该电子邮箱的账户在登录服务中已绑定其他人。请联系管理员获取新密码链接，使用后即可登录并解除原绑定。',
  },
  cancelled: {
    en: 'The sign-in was cancelled at the provider.',
    zh: '登录已在登录服务中取消。',
  },
  expired: {
    en: 'The sign-in took too long, or began in another browser. Try again.',
    zh: '登录超时，或并非在此浏览器中发起。请重试。',
  },
  wrong_issuer: {
    en: 'The provider calls itself by another name than it is set up with here. Tell an administrator.',
    zh: '登录服务的名称与此处的设置不符，请告知管理员。',
  },
  unreachable: {
    en: 'The provider cannot be reached. Try again later, or sign in with address and password.',
    zh: '暂时无法连接登录服务。请稍后再试，或使用电子邮箱和密码登录。',
  },
  failed: {
    en: 'The provider’s answer could not be checked, so nobody was signed in. Try again; if it stays so, tell an administrator.',
    zh: '登录服务的回应未能通过验证，登录未完成。请重试；如仍不成功，请告知管理员。',
  },
} as const satisfies Record<string, Bilingual>;

export type SignOnRefusal = keyof typeof SIGN_ON_REFUSALS;

/** Whether a text names a refusal. */
export function isSignOnRefusal(text: string): text is SignOnRefusal {
  return Object.hasOwn(SIGN_ON_REFUSALS, text);
}
