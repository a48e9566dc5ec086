export default definePageConfig({ navigationBarTitleText: '时长记录', enablePullDownRefresh: true });
