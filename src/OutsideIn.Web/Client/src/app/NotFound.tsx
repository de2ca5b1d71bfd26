import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link, useRouteError } from 'react-router';

export function NotFound() {
  return (
    <Stack maw={560} mx="auto" mt={80}>
      <Title order={1}>This page is not there</Title>
      <Text>The address may be old or mistyped.</Text>
      <Anchor component={Link} to="/">To the start</Anchor>
    </Stack>
  );
}

export function PageError() {
  const error = useRouteError();
  return (
    <Stack maw={560} mx="auto" mt={80} role="alert">
      <Title order={1}>The page failed</Title>
      <Text>{error instanceof Error ? error.message : 'Something in the page itself went wrong.'}</Text>
      <Anchor href="/">Reload from the start</Anchor>
    </Stack>
  );
}
