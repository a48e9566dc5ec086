export default definePageConfig({ navigationBarTitleText: '发言审核', enablePullDownRefresh: true });
