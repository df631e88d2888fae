import { createRoot } from 'react-dom/client';
import { config } from 'zod/v4/core';
import { App } from './app/app.tsx';
import { chosenLanguage } from './i18n/language-choice.ts';
import { startTranslation } from './i18n/start-translation.ts';
import './app/styles.css';
import './app/print.css';

// The page's content policy forbids code made from text, which zod would otherwise try.
config({ jitless: true });

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');
createRoot(root).render(<App translation={startTranslation(chosenLanguage())} />);
