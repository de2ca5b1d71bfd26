import '@xyflow/react/dist/style.css';
import './process-map.css';
import { IconMaximize } from '@tabler/icons-react';
import { BaseEdge, ControlButton, Controls, EdgeLabelRenderer, Handle, MarkerType, Position, ReactFlow, useReactFlow, useStore, type Edge, type EdgeProps, type Node, type NodeProps } from '@xyflow/react';
import { createContext, useCallback, useContext, useEffect, useMemo } from 'react';
import type { Schemas } from '../app/api';
import { map } from '../app/texts';
import { scaleOf } from '../app/theme';
import { sizeOf, type Layout } from './mapLayout';
import { outlineOf, ShapeIcon, type Coloured } from './MapShapes';

type MapNode = Schemas['MapNodeView'];
type MapEdge = Schemas['MapEdgeView'];
type Box = Node<{ node: MapNode }, 'place'>;
type Link = Edge<{ edge: MapEdge; path: string; x: number; y: number }, 'routed'>;
type Look = { by: Coloured; isDark: boolean; picked: string | null; near: Set<string> | null; onPick: (id: string) => void };

const LookOf = createContext<Look>({ by: 'frequency', isDark: false, picked: null, near: null, onPick: () => {} });
const nodeTypes = { place: Place };
const edgeTypes = { routed: Routed };

/** The process map as laid out: colours by `by`, and picks places and connections by mouse and keyboard. */
export function ProcessMap({ nodes, edges, layout, by, isDark, picked, onPick, label }: {
  nodes: MapNode[]; edges: MapEdge[]; layout: Layout; by: Coloured; isDark: boolean; picked: string | null; onPick: (id: string) => void; label: string;
}) {
  const near = useMemo(() => nearTo(picked, nodes, edges), [picked, nodes, edges]);
  const boxes = useMemo(() => nodes.flatMap((node): Box[] => {
    const at = layout.boxes.get(node.id);
    return at ? [{ id: node.id, type: 'place', position: { x: at.x, y: at.y }, ...sizeOf(node), data: { node } }] : [];
  }), [nodes, layout]);
  const links = useMemo(() => edges.flatMap((edge): Link[] => {
    const at = layout.routes.get(edge.id);
    if (!at) return [];
    const color = scaleOf(by, 'line', edge.shades[by].level, isDark);
    const isFaint = near !== null && !near.has(edge.id);
    return [{
      id: edge.id, type: 'routed', source: edge.from, target: edge.to, data: { edge, path: at.path, x: at.labelX, y: at.labelY }, focusable: false,
      style: { stroke: color, strokeWidth: 1.2 + 3.6 * edge.weight, opacity: isFaint ? 0.16 : 1 }, zIndex: edge.id === picked ? 2 : 0,
      markerEnd: { type: MarkerType.ArrowClosed, width: 26 + 20 * edge.weight, height: 26 + 20 * edge.weight, markerUnits: 'userSpaceOnUse', color },
    }];
  }), [edges, layout, by, isDark, near, picked]);
  const look = useMemo(() => ({ by, isDark, picked, near, onPick }), [by, isDark, picked, near, onPick]);
  return (
    <LookOf.Provider value={look}>
      <div className="process-map" role="group" aria-label={label} data-ready="yes">
        <ReactFlow nodes={boxes} edges={links} nodeTypes={nodeTypes} edgeTypes={edgeTypes} colorMode={isDark ? 'dark' : 'light'} minZoom={0.15} maxZoom={2} nodesDraggable={false} nodesConnectable={false} nodesFocusable={false} edgesFocusable={false} elementsSelectable={false} preventScrolling={false} zoomOnScroll={false} proOptions={{ hideAttribution: true }}>
          <ViewControls layout={layout} />
        </ReactFlow>
      </div>
    </LookOf.Provider>
  );
}

// The whole picture, its connections included, stays in sight when the room for it or its layout changes; never larger than life.
function useWhole(layout: Layout) {
  const { setViewport } = useReactFlow();
  const width = useStore(state => state.width);
  const height = useStore(state => state.height);
  return useCallback(() => {
    if (width === 0 || height === 0) return;
    const zoom = Math.min(1, width / layout.width, height / layout.height);
    void setViewport({ x: (width - layout.width * zoom) / 2, y: Math.max(0, (height - layout.height * zoom) / 2), zoom });
  }, [setViewport, width, height, layout]);
}

function ViewControls({ layout }: { layout: Layout }) {
  const showWhole = useWhole(layout);
  useEffect(showWhole, [showWhole]);
  return <Controls showInteractive={false} showFitView={false} position="top-left" orientation="horizontal" className="no-print"><ControlButton onClick={showWhole} title={map.whole} aria-label={map.whole}><IconMaximize /></ControlButton></Controls>;
}

function Place({ data: { node } }: NodeProps<Box>) {
  const { by, isDark, picked, near, onPick } = useContext(LookOf);
  const { width, height } = sizeOf(node);
  const isBorder = node.shape === 'begin' || node.shape === 'end';
  const fill = isBorder ? 'var(--mantine-color-default)' : scaleOf(by, 'fill', node.shades[by].level, isDark);
  const isFaint = near !== null && !near.has(node.id);
  return (
    <button type="button" className={`place nopan ${isBorder ? 'border' : ''}`} data-shape={node.shape} data-node={node.id} aria-pressed={picked === node.id} aria-label={`${node.summary}. ${node.shades[by].text}`} title={node.notDrawn ? `${node.name}\n${node.notDrawn}` : node.name} onClick={() => onPick(node.id)} style={{ width, height, color: isBorder ? undefined : scaleOf(by, 'ink', node.shades[by].level, isDark), opacity: isFaint ? 0.35 : 1 }}>
      <svg className="outline" width={width} height={height} aria-hidden><path d={outlineOf(node.shape, width, height)} fill={fill} className={picked === node.id ? 'picked' : undefined} /></svg>
      <Handle type="target" position={Position.Top} isConnectable={false} className="unseen" />
      <ShapeIcon shape={node.shape} size={isBorder ? 15 : 18} />
      <span className="texts">
        <span className="name">{node.name}</span>
        {!isBorder && <span className="figures figure">{node.shades[by].text}{node.again && <span className="again" title={`${node.again} times again at once`}> ↻ {node.again}</span>}</span>}
      </span>
      {node.isSuggested && <span className="suggested" title="suggested">?</span>}
      <Handle type="source" position={Position.Bottom} isConnectable={false} className="unseen" />
    </button>
  );
}

function Routed({ id, data, style, markerEnd }: EdgeProps<Link>) {
  const { by, picked, near, onPick } = useContext(LookOf);
  if (!data) return null;
  const text = data.edge.shades[by].text;
  return (
    <>
      <BaseEdge id={id} path={data.path} style={style} markerEnd={markerEnd} interactionWidth={14} />
      {text && (
        <EdgeLabelRenderer>
          <button type="button" className="edge-label nopan figures" data-edge={id} aria-label={data.edge.summary} aria-pressed={picked === id} onClick={() => onPick(id)} style={{ transform: `translate(-50%, -50%) translate(${data.x}px, ${data.y}px)`, opacity: near !== null && !near.has(id) ? 0.2 : 1 }}>{text}</button>
        </EdgeLabelRenderer>
      )}
    </>
  );
}

// What is picked stands out with what touches it; everything else steps back.
function nearTo(picked: string | null, nodes: MapNode[], edges: MapEdge[]): Set<string> | null {
  if (picked === null) return null;
  const edge = edges.find(one => one.id === picked);
  if (edge) return new Set([edge.id, edge.from, edge.to]);
  if (!nodes.some(one => one.id === picked)) return null;
  return new Set([picked, ...edges.filter(one => one.from === picked || one.to === picked).flatMap(one => [one.id, one.from, one.to])]);
}
