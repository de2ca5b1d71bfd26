import { Alert, Stack, Text } from '@mantine/core';
import { IconBulb, IconFlask } from '@tabler/icons-react';
import { Outlet, useParams } from 'react-router';
import { FiveStates } from '../parts/FiveStates';
import { useLog } from './LogSwitcher';
import { MapActions } from './MapActions';
import { isReport } from './report';

/** What stands above every page of a log: whether it is a sample, and whether its map is only suggested. */
export function LogLayout() {
  const { id = '' } = useParams();
  const query = useLog(id);
  return (
    <FiveStates query={query}>
      {log => (
        <Stack gap="md" maw={1400} mx="auto">
          {log.sampleNote && <Alert variant="light" color="gray" icon={<IconFlask size={18} />} py="xs"><Text size="sm"><b>Sample.</b> {log.sampleNote}</Text></Alert>}
          {log.suggestedNote && (
            <Alert variant="light" color="yellow" icon={<IconBulb size={18} />} py="xs">
              <Text size="sm"><b>Suggested map.</b> {log.suggestedNote} {!isReport && <MapActions id={id} />}</Text>
            </Alert>
          )}
          <Outlet />
        </Stack>
      )}
    </FiveStates>
  );
}
