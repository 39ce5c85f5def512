// Before the first paint, so that nobody who chose dark sees a white flash.
try {
  const chosen = localStorage.getItem('portico.appearance');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.appearance = chosen;
} catch {
  // Storage is switched off: the page follows the system.
}
