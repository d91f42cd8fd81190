let isAnswering = true;
let returned = () => {};

/** Says when there is no connection, and calls `whenBack` when there is one again. */
export function watchConnection(whenBack) {
  returned = whenBack;
  addEventListener('online', () => tell(true));
  addEventListener('offline', () => tell(false));
  tell(false);
}

/** Whether the ledger was heard of last time. */
export function answering(is) {
  const isBack = is && !isAnswering;
  isAnswering = is;
  tell(isBack);
}

function tell(isBack) {
  const banner = document.getElementById('offline');
  const text = !navigator.onLine
    ? 'No connection. What is on screen is what the ledger last said.'
    : !isAnswering
      ? 'The ledger does not answer; it is asked again and again. What is on screen is what it last said.'
      : '';
  banner.hidden = !text;
  banner.textContent = text;
  if (isBack && !text) {
    returned();
  }
}
