import { createBrowserRouter, createHashRouter, Navigate, type RouteObject } from 'react-router';
import { isReport, reportLog } from './report';
import { LogLayout } from './LogLayout';
import { NotFound, PageError } from './NotFound';
import { Shell } from './Shell';

// Each page loads on its own; its module exports Component.
const logPages: RouteObject[] = [
  { index: true, element: <Navigate to="overview" replace /> },
  { path: 'overview', lazy: () => import('../pages/overview/OverviewPage') },
  { path: 'moments', lazy: () => import('../pages/moments/MomentsPage') },
  { path: 'breakpoints', lazy: () => import('../pages/breakpoints/BreakpointsPage') },
  { path: 'causes', lazy: () => import('../pages/causes/CausesPage') },
  { path: 'failure-demand', lazy: () => import('../pages/failure-demand/FailureDemandPage') },
  { path: 'clocks', lazy: () => import('../pages/clocks/ClocksPage') },
  { path: 'rules', lazy: () => import('../pages/rules/RulesPage') },
  { path: 'candidates', lazy: () => import('../pages/candidates/CandidatesPage') },
  { path: 'map', lazy: () => import('../pages/map/MapPage') },
  { path: 'cases', lazy: () => import('../pages/cases/CasesPage') },
  { path: 'cases/:case', lazy: () => import('../pages/cases/CasePage') },
  { path: 'quality', lazy: () => import('../pages/quality/QualityPage') },
];

const everything: RouteObject[] = [
  { index: true, element: <Navigate to={isReport ? `/logs/${reportLog}/overview` : '/logs'} replace /> },
  { path: 'logs', lazy: () => import('../pages/logs/LogsPage') },
  { path: 'uploads/:upload', lazy: () => import('../pages/uploads/UploadPage') },
  { path: 'gallery', lazy: () => import('../pages/gallery/GalleryPage') },
  { path: 'logs/:id', element: <LogLayout />, children: logPages },
  { path: '*', element: <NotFound /> },
];

const routes: RouteObject[] = [{ element: <Shell />, errorElement: <PageError />, hydrateFallbackElement: <></>, children: everything }];

export const router = isReport ? createHashRouter(routes) : createBrowserRouter(routes);
