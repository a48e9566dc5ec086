import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect, type ReactNode } from 'react';
import { useTheme } from '@/theme/useTheme';
import type { TabName } from '@/lib/navigate';
import { Box } from './base';
import { paintFrame } from './frame';
import { PageHeader } from './PageHeader';
import { TabBar } from './TabBar';
import './page.scss';

interface Props {
  /** Title of the navigation bar. */
  title: string;
  /** Set on the tab pages only. */
  tab?: TabName;
  children: ReactNode;
  /** Stays at the bottom within reach of the thumb: the page's one primary action. */
  footer?: ReactNode;
}

/** The frame of every screen: theme, text scale, safe areas, header, bottom bar. */
export function Page({ title, tab, children, footer }: Props) {
  const { className, style, colour } = useTheme();
  useDidShow(() => paintFrame(title, colour));
  useEffect(() => paintFrame(title, colour), [title, colour]);
  return (
    <Box
      className={`${className} page ${tab ? 'page-tab' : ''} ${footer ? 'page-footed' : ''}`}
      style={style}
    >
      <PageHeader title={title} tab={tab} />
      <Box className="page-body" spoken={{ role: 'main' }}>
        {children}
      </Box>
      {footer && (
        <Box className="page-footer">
          <Box className="page-footer-inner">{footer}</Box>
        </Box>
      )}
      {tab && <TabBar current={tab} />}
    </Box>
  );
}

/** Scrolls this page to its top, where an answer has just appeared. */
export function scrollToTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 200 });
}
