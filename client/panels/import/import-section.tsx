import './import.css';
import { Section, type SectionProps } from '../../frame/section.tsx';

/** One step of an import. */
export function ImportSection(props: SectionProps) {
  return <Section {...props} />;
}
