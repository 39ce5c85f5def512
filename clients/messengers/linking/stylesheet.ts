/** The dress of the linking pages: the bank's, without a script. */
export const stylesheet = `
:root{--ground:#f6f8fb;--sheet:#fff;--ink:#14233b;--quiet:#53637c;--line:#dde4ee;--accent:#0f5fa8;--on-accent:#fff;--alarm:#a3261b;--alarm-ground:#fde7e4}
@media(prefers-color-scheme:dark){:root{--ground:#0e1522;--sheet:#161f30;--ink:#e9eef7;--quiet:#a3b1c9;--line:#2b374e;--accent:#8cc4ff;--on-accent:#0c1626;--alarm:#ffaba1;--alarm-ground:#46201d}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1.25rem;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
main{width:min(27rem,100%);padding:clamp(1.5rem,5vw,2.25rem);border:1px solid var(--line);border-radius:1rem;background:var(--sheet)}
.brand{display:flex;align-items:center;gap:.625rem;margin:0 0 1.5rem;font-weight:650}
.brand svg{width:2.25rem;height:2.25rem}
h1{margin:0 0 .75rem;font-size:1.5rem;line-height:1.2;letter-spacing:-.015em}
p{margin:0 0 .75rem}
.quiet{color:var(--quiet);font-size:.9375rem}
.alarm{padding:.625rem .875rem;border-radius:.625rem;background:var(--alarm-ground);color:var(--alarm)}
label{display:block;margin:1.25rem 0 .375rem}
input{width:7rem;padding:.5rem;border:1px solid var(--line);border-radius:.625rem;background:var(--ground);color:var(--ink);font:600 2rem/1.2 ui-monospace,"Cascadia Code",monospace;letter-spacing:.3em;text-align:center}
.actions{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.5rem}
button{padding:.6875rem 1.25rem;border:1px solid var(--accent);border-radius:.625rem;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;cursor:pointer}
button.second{background:transparent;color:var(--accent);border-color:var(--line)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
`;
