import './frame.css';
import { useQuery } from '@tanstack/react-query';
import { welcomeOptions } from '../api/account.ts';

/** What stands where no company is named. */
const PRODUCT = 'Talentbridge';

interface Company {
  /** The company's name, or the product's where none is set. */
  readonly name: string;
  /** The company's name; null where none is set. */
  readonly named: string | null;
  /** The address of its logo. */
  readonly logo: string | null;
}

/** What the company is called, and how it looks. */
export function useCompany(): Company {
  const company = useQuery(welcomeOptions).data?.company;
  const named = company?.name ?? null;
  return { name: named ?? PRODUCT, named, logo: company?.logo ?? null };
}

/** The company's logo and name. */
export function CompanyMark() {
  const { name, logo } = useCompany();
  return (
    <>
      {logo === null ? null : <img src={logo} alt="" className="company-logo" />}
      <span className="company-name">{name}</span>
    </>
  );
}
