import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartData, Schemas } from '../app/api';
import { toneOf } from '../app/theme';

echarts.use([BarChart, CustomChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

type Axis = Schemas['AxisView'];
type Series = Schemas['SeriesView'];
type Point = Schemas['PointView'];

/** Draws a chart into an element and keeps its size; gives back what takes it away again. */
export function draw(element: HTMLElement, chart: ChartData, isDark: boolean, open: (figure: string) => void): () => void {
  const picture = echarts.init(element, undefined, { renderer: 'svg' });
  picture.setOption(optionOf(chart, isDark, getComputedStyle(element).fontFamily));
  picture.on('click', event => {
    const figure = (event.data as { point?: Point } | undefined)?.point?.figure;
    if (figure) open(figure);
  });
  const watch = new ResizeObserver(() => picture.resize());
  watch.observe(element);
  element.dataset.ready = 'yes';
  return () => { watch.disconnect(); picture.dispose(); };
}

const hasBars = (chart: ChartData) => chart.series.some(one => one.kind === 'bar' || one.kind === 'stackedBar');

// The font by its name: text is measured before it stands in the page, where it would inherit one.
function optionOf(chart: ChartData, isDark: boolean, fontFamily: string) {
  const ink = isDark ? '#c9cdd2' : '#495057';
  const faint = isDark ? '#3a3f45' : '#e6eaee';
  return {
    animation: false,
    aria: { enabled: false },
    textStyle: { fontFamily },
    grid: { left: 8, right: 16, top: chart.series.length > 1 ? 60 : 28, bottom: 30, containLabel: true },
    legend: chart.series.length > 1 ? { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 12, itemGap: 22, textStyle: { color: ink, fontFamily } } : undefined,
    tooltip: { trigger: 'item', confine: true, formatter: (at: { data?: { point?: Point } }) => textOf(at.data?.point) },
    xAxis: axisOf(chart.x, ink, faint, hasBars(chart), false),
    yAxis: axisOf(chart.y, ink, faint, false, true),
    series: chart.series.flatMap(one => seriesOf(one, hasBars(chart), isDark)),
  };
}

// Ticks and their labels come from the server: the client measures nothing and formats nothing.
function axisOf(axis: Axis, ink: string, faint: string, isCategory: boolean, hasLines: boolean) {
  const texts = new Map(axis.ticks.map(one => [one.value, one.text]));
  const shared = { name: axis.title, nameTextStyle: { color: ink, align: hasLines ? 'left' : 'center' }, nameLocation: hasLines ? 'end' : 'middle', nameGap: hasLines ? 12 : 28, axisLine: { lineStyle: { color: faint } }, axisTick: { show: false }, splitLine: { show: hasLines, lineStyle: { color: faint } } };
  if (isCategory) return { ...shared, type: 'category', data: axis.ticks.map(one => one.text), axisLabel: { color: ink, hideOverlap: true, interval: axis.ticks.length <= 12 ? 0 : 'auto' } };
  return { ...shared, type: 'value', min: axis.min, max: axis.max, axisLabel: { color: ink, hideOverlap: true, customValues: axis.ticks.map(one => one.value), formatter: (value: number) => texts.get(value) ?? '' }, axisTick: { show: false, customValues: axis.ticks.map(one => one.value) } };
}

function seriesOf(series: Series, onCategories: boolean, isDark: boolean): object[] {
  const color = toneOf(series.tone, isDark);
  const data = series.points.map(point => ({ value: onCategories ? point.y : [point.x, point.y], point }));
  if (series.kind === 'bar' || series.kind === 'stackedBar') return [{ type: 'bar', name: series.name, data, color, barMaxWidth: 36, stack: series.kind === 'stackedBar' ? 'all' : undefined, itemStyle: { borderRadius: series.kind === 'bar' ? [3, 3, 0, 0] : 0 } }, ...whiskers(series, onCategories, color)];
  return [...band(series, color, onCategories), { type: 'line', name: series.name, data, color, step: series.kind === 'step' ? 'end' : undefined, symbol: 'circle', symbolSize: series.points.length > 40 ? 4 : 6, showSymbol: series.points.length <= 40, connectNulls: false, lineStyle: { width: 2 } }];
}

// The interval of a line: its lower end, unseen, with the width of the interval stacked upon it.
function band(series: Series, color: string, onCategories: boolean): object[] {
  if (!series.points.some(one => one.low !== null && one.high !== null)) return [];
  const at = (point: Point, y: number | null) => (onCategories ? y : [point.x, y]);
  const shared = { type: 'line', symbol: 'none', silent: true, step: series.kind === 'step' ? 'end' : undefined, lineStyle: { opacity: 0 }, stack: `band ${series.name}`, tooltip: { show: false }, legendHoverLink: false };
  return [
    { ...shared, data: series.points.map(one => at(one, one.low)), areaStyle: { opacity: 0 }, color },
    { ...shared, data: series.points.map(one => at(one, one.low !== null && one.high !== null ? one.high - one.low : null)), areaStyle: { color, opacity: 0.18 }, color },
  ];
}

function whiskers(series: Series, onCategories: boolean, color: string): object[] {
  const points = series.points.filter(one => one.low !== null && one.high !== null);
  if (points.length === 0 || !onCategories || series.kind === 'stackedBar') return [];
  type Api = { value: (at: number) => number; coord: (at: [number, number]) => [number, number] };
  const line = (x1: number, y1: number, x2: number, y2: number) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: color, lineWidth: 1.4, opacity: 0.9 } });
  return [{
    type: 'custom', silent: true, tooltip: { show: false }, data: points.map(one => [one.x, one.low, one.high]),
    renderItem: (_: unknown, api: Api) => {
      const [x, low] = api.coord([api.value(0), api.value(1)]);
      const [, high] = api.coord([api.value(0), api.value(2)]);
      return { type: 'group', children: [line(x, low, x, high), line(x - 4, low, x + 4, low), line(x - 4, high, x + 4, high)] };
    },
  }];
}

// Names come from other people's files: text only, never markup.
function textOf(point?: Point): string {
  if (!point) return '';
  return point.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
}
