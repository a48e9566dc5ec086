/// <reference lib="dom" />
import { reportProblem } from '../bridge.js';
import type { Behaviour, Builtin } from './builtin.js';

const FITS: Record<string, [size: string, position: string]> = {
  scaleToFill: ['100% 100%', '0 0'],
  aspectFit: ['contain', 'center'],
  aspectFill: ['cover', 'center'],
  center: ['auto', 'center'],
  top: ['auto', 'top'],
  bottom: ['auto', 'bottom'],
  left: ['auto', 'left'],
  right: ['auto', 'right'],
};

const shown = new WeakMap<Builtin, string>();

/** The address of an image: a path inside the mini-program is relative to its root. */
export function imageUrl(src: string): string {
  if (/^(https?:|data:|blob:)/.test(src)) return src;
  return `/${src.replace(/^(\.\.?\/)+/, '').replace(/^\//, '')}`;
}

function load(self: Builtin, src: string): void {
  const picture = new Image();
  picture.onload = () => {
    if (shown.get(self) !== src) return;
    const mode = self.text('mode') || 'scaleToFill';
    const { naturalWidth, naturalHeight } = picture;
    if (mode === 'widthFix' && naturalWidth) {
      self.host.style.height = `${(self.host.clientWidth * naturalHeight) / naturalWidth}px`;
    } else if (mode === 'heightFix' && naturalHeight) {
      self.host.style.width = `${(self.host.clientHeight * naturalWidth) / naturalHeight}px`;
    }
    self.emit('load', { width: naturalWidth, height: naturalHeight });
  };
  picture.onerror = () => self.emit('error', { errMsg: 'image:fail' });
  picture.src = imageUrl(src);
}

export const image: Behaviour = {
  properties: ['src', 'mode', 'lazyLoad', 'showMenuByLongpress', 'webp'],
  created(self) {
    if (!self.host.hasAttribute('role')) self.host.setAttribute('role', 'img');
  },
  changed(self) {
    const src = self.text('src');
    const [size, position] = FITS[self.text('mode') || 'scaleToFill'] ?? ['100% 100%', '0 0'];
    const { style } = self.host;
    style.backgroundSize = size;
    style.backgroundPosition = position;
    if (shown.get(self) === src) return;
    shown.set(self, src);
    style.backgroundImage = src ? `url("${imageUrl(src).replace(/"/g, '%22')}")` : '';
    if (src) load(self, src);
  },
};

export const progress: Behaviour = {
  properties: ['percent'],
  created(self) {
    self.own('div', 'wx-bar').append(document.createElement('i'));
    self.host.setAttribute('role', 'progressbar');
  },
  changed(self) {
    const bar = self.host.querySelector<HTMLElement>('.wx-bar > i');
    if (bar) bar.style.width = `${self.number('percent', 0)}%`;
  },
};

interface RichNode {
  type?: string;
  text?: string;
  name?: string;
  attrs?: Record<string, string>;
  children?: RichNode[];
}

/** Only these tags and the attributes class, style, src, alt are shown, as WeChat does. */
const RICH_TAGS = new Set(
  'a,b,br,code,div,em,h1,h2,h3,h4,h5,h6,hr,i,img,li,ol,p,span,strong,table,tbody,td,th,thead,tr,u,ul'.split(
    ',',
  ),
);
const RICH_ATTRIBUTES = ['class', 'style', 'src', 'alt', 'colspan', 'rowspan'];

function richNodes(nodes: RichNode[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.type === 'text' || node.text !== undefined) return [document.createTextNode(node.text ?? '')];
    if (!node.name || !RICH_TAGS.has(node.name)) return [];
    const element = document.createElement(node.name);
    for (const name of RICH_ATTRIBUTES) {
      const value = node.attrs?.[name];
      if (value !== undefined) element.setAttribute(name, value);
    }
    element.append(...richNodes(node.children ?? []));
    return [element];
  });
}

function parseRich(html: string): RichNode[] {
  const convert = (node: ChildNode): RichNode[] => {
    if (node instanceof Text) return [{ type: 'text', text: node.data }];
    if (!(node instanceof Element)) return [];
    const attrs = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
    return [{ name: node.tagName.toLowerCase(), attrs, children: [...node.childNodes].flatMap(convert) }];
  };
  return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].flatMap(convert);
}

export const richText: Behaviour = {
  properties: ['nodes', 'space'],
  changed(self) {
    const nodes = self.get('nodes');
    const tree =
      typeof nodes === 'string' ? parseRich(nodes) : Array.isArray(nodes) ? (nodes as RichNode[]) : [];
    self.host.replaceChildren(...richNodes(tree));
  },
};

interface Marker {
  id?: number;
  latitude: number;
  longitude: number;
  title?: string;
}

/** WeChat's map silently draws nothing for a place that is none; here that is a problem. */
function checkPlaces(what: string, places: unknown): void {
  if (!Array.isArray(places)) return;
  for (const { latitude, longitude } of places as Partial<Marker>[]) {
    const known = Math.abs(latitude ?? NaN) <= 90 && Math.abs(longitude ?? NaN) <= 180;
    if (!known) reportProblem(new Error(`map: ${what} at ${String(latitude)},${String(longitude)}`));
  }
}

/** A map without tiles: its markers are there to be seen by name and tapped. */
export const map: Behaviour = {
  properties: [
    'longitude',
    'latitude',
    'scale',
    'markers',
    'polyline',
    'circles',
    'includePoints',
    'showLocation',
  ],
  changed(self) {
    for (const name of ['markers', 'circles', 'includePoints']) checkPlaces(name, self.get(name));
    const lines = self.get('polyline');
    for (const line of Array.isArray(lines) ? lines : [])
      checkPlaces('polyline', (line as { points?: unknown }).points);
    const markers = Array.isArray(self.get('markers')) ? (self.get('markers') as Marker[]) : [];
    self.host.querySelectorAll('.wx-marker').forEach((old) => old.remove());
    for (const marker of markers) {
      const pin = self.own('i', 'wx-marker');
      pin.textContent = marker.title ?? '●';
      pin.setAttribute('aria-label', marker.title ?? `${marker.latitude},${marker.longitude}`);
      pin.addEventListener('click', () => self.emit('markertap', { markerId: marker.id ?? 0 }));
    }
  },
};

/** A real canvas behind the element, for `createSelectorQuery().node()`. */
export const canvas: Behaviour = {
  properties: ['type', 'canvasId'],
  created(self) {
    self.own('canvas', 'wx-native');
  },
};
