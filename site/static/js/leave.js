// "Leave this site quickly": the page that we leave is not in the browser's Back list, and what Listen kept is gone.
// Without this script it is a plain link (Q18).
document.addEventListener('click', (event) => {
  const link = event.target.closest && event.target.closest('.leave a[href]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try { sessionStorage.clear(); } catch { /* no storage here: there is nothing to forget */ }
  location.replace(link.href);
});
