import { ActionIcon, AppShell, Burger, Group, Text, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMoon, IconPrinter, IconSun } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link, Outlet, useLocation, useMatch } from 'react-router';
import { LogSwitcher } from './LogSwitcher';
import { Mark } from './Mark';
import { PageLinks } from './PageLinks';
import { isReport } from './report';
import { words } from './texts';

/** The frame of every page: header with the log, the method's pages at the left, the page itself. */
export function Shell() {
  const [open, menu] = useDisclosure(false);
  const log = useMatch('/logs/:id/*')?.params.id;
  const { pathname } = useLocation();
  useEffect(() => {
    menu.close();
    window.scrollTo(0, 0);
    document.getElementById('page-title')?.focus();
  }, [pathname]);
  return (
    <AppShell header={{ height: 56 }} navbar={log ? { width: 232, breakpoint: 'sm', collapsed: { mobile: !open } } : undefined} padding={{ base: 'md', lg: 'xl' }}>
      <a className="skip" href="#page" onClick={event => { event.preventDefault(); document.getElementById('page')?.focus(); }}>{words.skip}</a>
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group wrap="nowrap" gap="sm" miw={0}>
            {log && <Burger opened={open} onClick={menu.toggle} hiddenFrom="sm" size="sm" aria-label={words.menu} />}
            <Link to="/" style={{ display: 'flex', alignItems: 'center', gap: 8, color: 'inherit', textDecoration: 'none' }}>
              <Mark /><Text fw={650} size="lg" visibleFrom="xs">{words.product}</Text>
            </Link>
            {log && <LogSwitcher id={log} />}
          </Group>
          <Group gap={4} wrap="nowrap">
            {log && <Tooltip label={words.print}><ActionIcon variant="subtle" color="gray" size="lg" aria-label={words.print} onClick={() => window.print()}><IconPrinter size={19} /></ActionIcon></Tooltip>}
            <SchemeSwitch />
          </Group>
        </Group>
      </AppShell.Header>
      {log && <AppShell.Navbar p="sm"><PageLinks id={log} /></AppShell.Navbar>}
      <AppShell.Main className="page" id="page" tabIndex={-1} style={{ outline: 'none' }}>
        <Outlet />
        {isReport && <Text size="xs" c="dimmed" mt="xl">A report is a picture of one moment: it holds everything it shows and loads nothing from elsewhere.</Text>}
      </AppShell.Main>
    </AppShell>
  );
}

function SchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const label = isDark ? words.light : words.dark;
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} onClick={() => setColorScheme(isDark ? 'light' : 'dark')}>
        {isDark ? <IconSun size={19} /> : <IconMoon size={19} />}
      </ActionIcon>
    </Tooltip>
  );
}
