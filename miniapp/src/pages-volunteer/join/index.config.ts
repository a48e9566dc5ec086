export default definePageConfig({ navigationBarTitleText: '成为志愿者', enableShareAppMessage: true });
