import '@fontsource-variable/inter/wght.css';
import './app/tokens.css';
import './app/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { createSession } from './session/session.ts';
import { readSettings } from './session/settings.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');

const settings = readSettings();
const session = createSession(settings);
createRoot(root).render(
  <StrictMode>
    <App session={session} settings={settings} />
  </StrictMode>,
);
void session.start();
