// A page outlives its build. When its review has fallen due since, show the banner that the page
// already carries. This can make a page's standing worse, never better.
(() => {
  const now = new Date();
  const pad = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  for (const review of document.querySelectorAll('[data-guide="review"][data-due]')) {
    if (review.dataset.due >= today) continue;
    for (const banner of document.querySelectorAll('[data-guide="overdue"][hidden]')) {
      if (banner.dataset.subject === review.dataset.subject) banner.hidden = false;
    }
  }
})();
