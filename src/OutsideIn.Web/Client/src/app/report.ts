declare const __REPORT__: boolean;

/** Whether this is the self-contained report: read-only, its replies inlined in the page. */
export const isReport: boolean = __REPORT__;

/** The log the report is about. */
export const reportLog = 'report';

function read(): Record<string, unknown> {
  const text = document.getElementById('replies')?.textContent;
  return text ? (JSON.parse(text) as Record<string, unknown>) : {};
}

const replies: Record<string, unknown> = isReport ? read() : {};

const absent = {
  type: 'about:blank', title: 'Not in this report', status: 404, code: '', detail: 'The report carries a stated sample of the cases and views; this one is not among them.',
  hint: 'Open the log in the workspace to see everything.',
};

/** Answers from the replies in the page; the same shape as the server's. */
export async function repliesFetch(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const reply = replies[url.pathname + url.search] ?? replies[url.pathname];
  const found = reply !== undefined;
  return new Response(JSON.stringify(found ? reply : absent), { status: found ? 200 : 404, headers: { 'Content-Type': 'application/json' } });
}
