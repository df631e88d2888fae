import '../panels/panels.css';
import { SignInPanel } from '../panels/account/sign-in-panel.tsx';

/** In the place of every page until somebody is signed in. */
export function SignInPage() {
  return <SignInPanel />;
}
