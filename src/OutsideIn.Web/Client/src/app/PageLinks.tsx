import { Divider, NavLink, ScrollArea } from '@mantine/core';
import { IconArrowsExchange, IconBinaryTree, IconClock, IconHeartHandshake, IconLayoutDashboard, IconListDetails, IconListCheck, IconPhoneX, IconRulerMeasure, IconShieldCheck, IconSitemap } from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import { pages, type PageKey } from './texts';

const icons: Record<PageKey, typeof IconClock> = {
  overview: IconLayoutDashboard, moments: IconHeartHandshake, breakpoints: IconArrowsExchange, causes: IconBinaryTree,
  'failure-demand': IconPhoneX, clocks: IconClock, rules: IconRulerMeasure, candidates: IconListCheck,
  map: IconSitemap, cases: IconListDetails, quality: IconShieldCheck,
};

const order: (PageKey | null)[] = ['overview', null, 'moments', 'breakpoints', 'causes', 'failure-demand', 'clocks', 'rules', 'candidates', null, 'map', 'cases', 'quality'];

/** The pages of a log, in the order of the method. */
export function PageLinks({ id }: { id: string }) {
  const { pathname } = useLocation();
  return (
    <ScrollArea component="nav" aria-label="Pages of the log">
      {order.map((key, at) => {
        if (key === null) return <Divider key={at} my="xs" />;
        const Icon = icons[key];
        const to = `/logs/${id}/${key}`;
        const active = pathname === to || pathname.startsWith(to + '/');
        return <NavLink key={key} component={Link} to={to} label={pages[key].title} leftSection={<Icon size={18} stroke={1.6} />} active={active} aria-current={active ? 'page' : undefined} style={{ borderRadius: 6 }} />;
      })}
    </ScrollArea>
  );
}
