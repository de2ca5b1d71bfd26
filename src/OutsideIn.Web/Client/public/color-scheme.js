// Before the first paint, so that a dark screen does not flash white.
try {
  var chosen = localStorage.getItem('mantine-color-scheme-value');
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
} catch (blocked) {
  document.documentElement.setAttribute('data-mantine-color-scheme', 'light');
}
