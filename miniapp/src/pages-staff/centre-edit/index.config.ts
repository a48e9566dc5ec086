export default definePageConfig({ navigationBarTitleText: '中心资料', enablePullDownRefresh: true });
