export default definePageConfig({
  navigationBarTitleText: '志愿者资料',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
});
