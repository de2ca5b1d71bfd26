// Every fixed sentence on screen, in the words of docs/glossary.md. Figures and findings come from the server as text.
export const pages = {
  overview: { title: 'Overview', help: 'How many customers got what they came for, how long it took them, and what work their case caused.' },
  moments: { title: 'Moments of Truth', help: 'Every time the customer and the organisation meet. Each one causes work inside, and each can fail. The method says: remove it or improve it.' },
  breakpoints: { title: 'Breakpoints', help: 'Every time work passes from one doer inside to another. The customer waits at each, and things get lost there. The method says: remove it.' },
  causes: { title: 'Causes of work', help: 'All work inside is caused by a contact with the customer. Here each piece of work is put down to the contact before it in its case.' },
  'failure-demand': { title: 'Failure demand', help: 'Contacts that arise only because something was not done, or not done right, for the customer: chasing, repeating, correcting, complaining.' },
  clocks: { title: 'Clocks', help: 'The firm’s clock runs from case opened to case closed. The customer’s runs from the first sign of need to the outcome. Open cases count as open.' },
  rules: { title: 'Rules', help: 'Decisions that never or hardly ever say no, waits of a fixed length, and approvals in a row: rules somebody once made, to be challenged.' },
  candidates: { title: 'What to do', help: 'What to remove, improve or challenge, ranked by the work that goes with it.' },
  map: { title: 'Process map', help: 'Which step followed which. Use it to see the mess as it is, not as it was drawn.' },
  cases: { title: 'Cases', help: 'The cases behind the figures. Open one to see it as the customer lived it.' },
  quality: { title: 'Data quality', help: 'How the file was read: which column means what and why, what was refused, and what the log cannot say.' },
} as const;

export type PageKey = keyof typeof pages;

export const map = {
  colour: 'Colour by',
  colours: { frequency: 'Frequency', time: 'Time', outcome: 'Outcome' },
  activities: 'Activities',
  connections: 'Connections',
  shapes: [['moment', 'Moment of Truth'], ['failure', 'Failure demand'], ['internal', 'Work inside'], ['rule', 'Rule check'], ['other', 'Others together']],
  suggested: '? suggested, not confirmed',
  again: '↻ again at once',
  pick: 'Pick an activity or a connection to see its figures and the cases behind them.',
  close: 'Close',
  whole: 'Show the whole map',
  report: 'A report shows the map as it opens; the workspace has sliders for more or fewer activities and connections.',
} as const;

export const words = {
  product: 'OutsideIn',
  skip: 'Skip to the page',
  logs: 'Logs',
  allLogs: 'All logs',
  addLog: 'Add a log',
  loading: 'Working it out…',
  empty: 'There is nothing to show',
  tooMuch: 'More than fits here',
  table: 'Show as table',
  picture: 'Show as picture',
  csv: 'CSV',
  print: 'Print',
  suggested: 'suggested',
  light: 'Light',
  dark: 'Dark',
  menu: 'Pages',
  cases: 'Open the cases behind this figure',
  sample: 'Sample',
} as const;
