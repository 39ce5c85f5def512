export const stylesheet = `
:root {
  color-scheme: light dark;
  --ground: #eef1f5;
  --card: #ffffff;
  --text: #16202e;
  --quiet: #566274;
  --line: #8491a3;
  --accent: #0f5fa8;
  --on-accent: #ffffff;
  --alarm: #a3141f;
  --alarm-ground: #fdeced;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0d131c;
    --card: #161f2c;
    --text: #e8edf4;
    --quiet: #9aa8ba;
    --line: #56657a;
    --accent: #8cc4ff;
    --on-accent: #0c1626;
    --alarm: #ff9c9c;
    --alarm-ground: #3a1a20;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  min-height: 100vh;
  min-height: 100dvh;
  display: grid;
  place-items: center;
  padding: 24px 16px;
  background: var(--ground);
  color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
main {
  width: 100%;
  max-width: 400px;
  padding: 32px;
  background: var(--card);
  border-radius: 16px;
  box-shadow: 0 1px 2px rgb(0 0 0 / 0.08), 0 12px 32px rgb(0 0 0 / 0.1);
}
.brand { display: flex; align-items: center; gap: 10px; margin: 0 0 24px; font-weight: 650; letter-spacing: 0.01em; color: var(--accent); }
.brand svg { width: 26px; height: 26px; fill: currentcolor; }
h1 { margin: 0 0 4px; font-size: 24px; line-height: 1.25; font-weight: 650; }
p { margin: 0; }
.lead { color: var(--quiet); margin-bottom: 24px; }
.lead:last-child { margin-bottom: 0; }
label { display: block; margin: 16px 0 6px; font-size: 14px; font-weight: 550; }
input {
  display: block;
  width: 100%;
  height: 48px;
  padding: 0 14px;
  border: 1px solid var(--line);
  border-radius: 10px;
  background: transparent;
  color: inherit;
  font: inherit;
}
input:focus-visible, button:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
input[aria-invalid] { border-color: var(--alarm); }
button {
  width: 100%;
  min-height: 48px;
  margin-top: 24px;
  padding: 8px 16px;
  border: 0;
  border-radius: 10px;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
button:hover { filter: brightness(1.08); }
.alarm { margin: 0 0 8px; padding: 10px 14px; border-radius: 10px; background: var(--alarm-ground); color: var(--alarm); font-size: 15px; }
details { margin-top: 24px; padding-top: 16px; border-top: 1px solid color-mix(in srgb, var(--line) 40%, transparent); color: var(--quiet); font-size: 14px; }
summary { cursor: pointer; border-radius: 4px; }
details p { margin-top: 8px; }
code { font: 0.95em ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; color: var(--text); overflow-wrap: anywhere; }
@media (max-width: 440px) {
  body { padding: 0; background: var(--card); place-items: start center; }
  main { max-width: none; padding: 32px 20px; border-radius: 0; box-shadow: none; }
}
`;
