export default definePageConfig({ navigationBarTitleText: '证明', enablePullDownRefresh: true });
