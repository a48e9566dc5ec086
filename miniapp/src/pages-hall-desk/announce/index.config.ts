export default definePageConfig({ navigationBarTitleText: '公告名册和规则' });
