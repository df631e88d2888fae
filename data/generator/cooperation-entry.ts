import type { CONTACT_ROLES, COOPERATION_OUTCOMES, CooperationTitle } from './cooperation-terms.ts';
import type { InstitutionKey } from './institutions.ts';

/** One thing that the company and an institution do together. */
export interface CooperationEntry {
  readonly key: InstitutionKey;
  readonly kind: string;
  readonly title: CooperationTitle;
  readonly from: string;
  readonly to?: string;
  readonly status: 'planned' | 'active' | 'paused' | 'ended' | 'cancelled';
  readonly college?: string;
  readonly people?: number;
  readonly seats?: number;
  readonly amount?: number;
  readonly outcome?: keyof typeof COOPERATION_OUTCOMES;
  readonly next?: string;
  readonly role?: keyof typeof CONTACT_ROLES;
  readonly shared?: boolean;
}
