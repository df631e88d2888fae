import '../panels/panels.css';
import { useParams } from '@tanstack/react-router';
import { JoinPanel } from '../panels/account/join-panel.tsx';

/** Where the link of an invitation leads. */
export function JoinPage() {
  const { secret } = useParams({ from: '/join/$secret' });
  return <JoinPanel secret={secret} />;
}
