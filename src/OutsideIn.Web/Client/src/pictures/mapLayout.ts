import type { ElkExtendedEdge, ElkNode, ElkPoint } from 'elkjs/lib/elk-api';
import type { Schemas } from '../app/api';

type Node = Schemas['MapNodeView'];
type Edge = Schemas['MapEdgeView'];

export type Box = { id: string; x: number; y: number; width: number; height: number };
export type Route = { id: string; path: string; labelX: number; labelY: number };
export type Layout = { boxes: Map<string, Box>; routes: Map<string, Route>; width: number; height: number };

/** The size of a node; begin and end are small. */
export const sizeOf = (node: Node) => (node.shape === 'begin' || node.shape === 'end' ? { width: 132, height: 36 } : { width: 204, height: 56 });

// A label takes the room of its longest text, so that changing the colour moves nothing.
const labelWidth = (edge: Edge) => 10 + 6.2 * Math.max(edge.shades.frequency.text.length, edge.shades.time.text.length, edge.shades.outcome.text.length);

/** Layered layout with ELK's own splines; from the first contact down to the end of the case. */
export async function arrange(nodes: Node[], edges: Edge[]): Promise<Layout> {
  const { default: ELK } = await import('elkjs/lib/elk.bundled.js');
  const graph = await new ELK().layout({
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered', 'elk.padding': '[top=50,left=4,bottom=8,right=4]', 'elk.separateConnectedComponents': 'false', 'elk.direction': 'DOWN', 'elk.edgeRouting': 'SPLINES',
      'elk.layered.spacing.nodeNodeBetweenLayers': '20', 'elk.spacing.nodeNode': '30', 'elk.spacing.edgeNode': '18', 'elk.spacing.edgeEdge': '12', 'elk.layered.spacing.edgeNodeBetweenLayers': '12', 'elk.spacing.edgeLabel': '2',
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX', 
      'elk.layered.cycleBreaking.strategy': 'GREEDY', 'elk.edgeLabels.inline': 'true', 'elk.layered.thoroughness': '10',
    },
    children: nodes.map(one => ({ id: one.id, ...sizeOf(one), layoutOptions: constraint(one) })),
    edges: edges.map(one => ({ id: one.id, sources: [one.from], targets: [one.to], labels: [{ text: one.id, width: labelWidth(one), height: 18 }] })),
  } as ElkNode);
  return {
    boxes: new Map((graph.children ?? []).map(one => [one.id, { id: one.id, x: one.x ?? 0, y: one.y ?? 0, width: one.width ?? 0, height: one.height ?? 0 }])),
    routes: new Map(((graph.edges ?? []) as ElkExtendedEdge[]).map(one => [one.id, route(one)])),
    width: graph.width ?? 0, height: graph.height ?? 0,
  };
}

const constraint = (node: Node): Record<string, string> => {
  if (node.shape === 'begin') return { 'elk.layered.layering.layerConstraint': 'FIRST_SEPARATE' };
  if (node.shape === 'end') return { 'elk.layered.layering.layerConstraint': 'LAST_SEPARATE' };
  return {};
};

function route(edge: ElkExtendedEdge): Route {
  const section = edge.sections?.[0];
  const label = edge.labels?.[0];
  const points = section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint] : [];
  return { id: edge.id, path: pathOf(points), labelX: (label?.x ?? 0) + (label?.width ?? 0) / 2, labelY: (label?.y ?? 0) + (label?.height ?? 0) / 2 };
}

// ELK gives a spline as its control points: three for each cubic piece after the first point.
function pathOf(points: ElkPoint[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const at = (point: ElkPoint) => `${point.x},${point.y}`;
  if (rest.length < 3) return `M${at(first)}${rest.map(one => `L${at(one)}`).join('')}`;
  let path = `M${at(first)}`;
  for (let piece = 0; piece + 2 < rest.length; piece += 3) path += `C${at(rest[piece]!)} ${at(rest[piece + 1]!)} ${at(rest[piece + 2]!)}`;
  return path;
}
