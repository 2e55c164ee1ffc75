// The one script of the public pages: a button that prints. Without it the browser's own menu does the same.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
