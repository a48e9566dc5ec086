export default definePageConfig({ navigationBarTitleText: '核对存证' });
