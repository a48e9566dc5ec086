export default definePageConfig({ navigationBarTitleText: '场地与规则', enablePullDownRefresh: true });
