import type { Schemas } from '../app/api';
import { BarRows } from '../pictures/BarRows';
import { Empty } from './FiveStates';
import { Twin } from './Twin';

/** Rows of bars with their table twin. */
export function RowsPicture({ rows, page }: { rows: Schemas['BarRowsView']; page: string }) {
  return <Twin name={rows.key} title={rows.title} help={rows.help} table={rows.table} page={page}>{rows.rows.length === 0 ? <Empty text={rows.table.empty} /> : <BarRows rows={rows} />}</Twin>;
}
