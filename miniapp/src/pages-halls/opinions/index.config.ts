export default definePageConfig({ navigationBarTitleText: '发言', enablePullDownRefresh: true });
