/** WeChat wants this component beside `tabBar.custom`; the pages draw the bar themselves (components/TabBar). */
export default function CustomTabBar() {
  return null;
}
