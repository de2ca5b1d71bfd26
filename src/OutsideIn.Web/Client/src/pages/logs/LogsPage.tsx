import { Grid, SimpleGrid, Stack, Text } from '@mantine/core';
import { useLogs } from '../../app/LogSwitcher';
import { words } from '../../app/texts';
import { FiveStates, Refused } from '../../parts/FiveStates';
import { PageHeader } from '../../parts/PageHeader';
import { AddLog } from './AddLog';
import { LogCard } from './LogCard';

export function Component() {
  const query = useLogs();
  return (
    <Stack gap="lg" maw={1200} mx="auto">
      <PageHeader title={words.logs} help="Each log is the record of one process: what was done for which case, when, and by whom. It stays on this computer." />
      <FiveStates query={query}>
        {shelf => (
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, md: 7 }}>
              <Stack>
                {shelf.damaged.map(one => <Refused key={one.detail} problem={one} />)}
                <SimpleGrid cols={1}>{shelf.logs.map(one => <LogCard key={one.id} log={one} />)}</SimpleGrid>
                {shelf.logs.length === 0 && <Text c="dimmed">There is no log here yet. Add the first one.</Text>}
                <Text size="xs" c="dimmed">Kept in {shelf.dataFolder}</Text>
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 5 }}><AddLog limit={shelf.uploadLimit} formats={shelf.uploadFormats} /></Grid.Col>
          </Grid>
        )}
      </FiveStates>
    </Stack>
  );
}
