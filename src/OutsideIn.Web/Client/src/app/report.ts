declare const __REPORT__: boolean;

/** Whether this is the self-contained report: read-only, its replies inlined in the page. */
export const isReport: boolean = __REPORT__;

/** The log the report is about. */
export const reportLog = 'report';

let replies: Record<string, unknown> = {};

/** Unpacks the replies in the page; before that the report has nothing to show. */
export async function unpack(): Promise<void> {
  const text = document.getElementById('replies')?.textContent;
  if (!text) return;
  const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  replies = (await new Response(unpacked).json()) as Record<string, unknown>;
}

const absent = {
  type: 'about:blank', title: 'Not in this report', status: 404, code: '', detail: 'The report carries a stated sample of the cases and views; this one is not among them.',
  hint: 'Open the log in the workspace to see everything.',
};

// A report carries each list of cases once, by its figure; how it is sorted and paged stays as it was written.
function replyTo(url: URL): unknown {
  const figure = url.searchParams.get('figure');
  return replies[url.pathname + url.search] ?? (figure === null ? undefined : replies[`${url.pathname}?figure=${encodeURIComponent(figure)}`]) ?? replies[url.pathname];
}

/** Answers from the replies in the page; the same shape as the server's. */
export async function repliesFetch(request: Request): Promise<Response> {
  const reply = replyTo(new URL(request.url));
  const found = reply !== undefined;
  return new Response(JSON.stringify(found ? reply : absent), { status: found ? 200 : 404, headers: { 'Content-Type': 'application/json' } });
}
