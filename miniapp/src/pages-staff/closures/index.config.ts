export default definePageConfig({ navigationBarTitleText: '闭馆', enablePullDownRefresh: true });
