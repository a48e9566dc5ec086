import { useEffect, useRef, useState, type RefObject } from 'react';

/** Drawn for a phone until the element has been measured. */
const FIRST_WIDTH = 358;

/** The element's width in pixels, followed as the window changes. */
export function useWidth(): { box: RefObject<HTMLDivElement>; width: number } {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  useEffect(() => {
    const element = box.current;
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { box, width };
}
