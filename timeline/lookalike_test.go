package timeline_test

import "testing"

// TestLookAlikes holds acts that are told in nearly the same words and are not one,
// beside acts told in quite other words that are.
func TestLookAlikes(t *testing.T) {
	for _, c := range []struct {
		name  string
		texts []string
		want  string
	}{
		{"two regulators fine one company in one year", []string{
			"The Irish Data Protection Commission fined Meta in 2023.",
			"The Federal Trade Commission fined Meta in 2023.",
		}, "2023 penalty d1\n2023 penalty d2"},
		{"two regulators fine one company on days near to each other", []string{
			"The Competition and Markets Authority fined Meta on 3 March 2022.",
			"The Federal Trade Commission fined Meta on 4 March 2022.",
		}, "2022-03-03 penalty d1\n2022-03-04 penalty d2"},
		{"one regulator under two names", []string{
			"The DPC fined Meta 1.2 billion euros on 22 May 2023. The Data Protection Commission (DPC) is Ireland's regulator.",
			"On 22 May 2023 Ireland's Data Protection Commission fined Meta €1.2bn.",
			"爱尔兰数据保护委员会2023年5月22日对Meta处以12亿欧元罚款。",
		}, "2023-05-22 penalty d1 d2 d3"},
		{"an investigation, its charge and its fine", []string{
			"The European Commission opened an investigation into Apple on 16 June 2020.",
			"On 30 April 2021 the European Commission sent a statement of objections to Apple.",
			"The European Commission fined Apple EUR 1.8 billion on 4 March 2024.",
			"The European Commission began investigating Apple in June 2020 and fined it in March 2024.",
		}, "2020-06-16 investigation d1 d4\n2021-04-30 charge d2\n2024-03-04 penalty d3 d4"},
		{"a draft and its law in one month", []string{
			"On 3 June 2021 the National People's Congress published a draft of the Data Security Law.",
			"The National People's Congress adopted the Data Security Law on 10 June 2021.",
		}, "2021-06-03 draft d1\n2021-06-10 adoption d2"},
		{"two versions of one draft", []string{
			"The ministry published a first draft of the Data Security Law on 3 July 2020.",
			"The ministry published a second draft of the Data Security Law on 29 April 2021.",
		}, "2020-07-03 draft d1\n2021-04-29 draft d2"},
		{"two versions of one law", []string{
			"The Anti-Monopoly Law took effect on 1 August 2008.",
			"The amended Anti-Monopoly Law took effect on 1 August 2022.",
			"新修订的《反垄断法》自2022年8月1日起施行。",
		}, "2008-08-01 entry_into_force d1\n2022-08-01 entry_into_force d2 d3"},
		{"an appeal and its ruling", []string{
			"Google appealed the decision to the General Court on 11 September 2017.",
			"The General Court dismissed the appeal of Google on 10 November 2021.",
			"In 2021 the General Court dismissed Google's appeal.",
		}, "2017-09-11 challenge d1\n2021-11-10 ruling d2 d3"},
		{"rulings of two courts on one case", []string{
			"The General Court annulled the decision on Intel on 26 January 2022.",
			"The Court of Justice upheld the ruling on Intel on 24 October 2024.",
		}, "2022-01-26 ruling d1\n2024-10-24 ruling d2"},
		{"one act in English, simplified and traditional Chinese", []string{
			"On 2 July 2021 the Cyberspace Administration of China opened a cybersecurity review of Didi.",
			"2021年7月2日，国家网信办对滴滴实施网络安全审查。",
			"2021年7月2日，國家網信辦對滴滴展開網絡安全審查。",
		}, "2021-07-02 investigation d1 d2 d3"},
		{"a month and a day in it", []string{
			"In May 2018 the Information Commissioner fined Uber.",
			"The Information Commissioner fined Uber on 24 May 2018.",
			"The Information Commissioner fined Uber on 27 November 2018.",
		}, "2018-05-24 penalty d2 d1\n2018-11-27 penalty d3"},
		{"the report's day and the act's", []string{
			"2021-10-12|The regulator said on Tuesday that it had fined Meituan 3.44 billion yuan on 8 October 2021.",
			"SAMR fined Meituan 3.44 billion yuan on 8 October 2021.",
		}, "2021-10-08 penalty d1 d2"},
		{"the report's day alone, and the act's", []string{
			"2021-10-13|SAMR announced on Tuesday that it had fined Meituan 3.44 billion yuan.",
			"SAMR fined Meituan 3.44 billion yuan on 8 October 2021.",
		}, "2021-10-08 penalty d2 d1"},
		{"a day whose year is not written", []string{
			"2022-03-20|《个人信息保护法》11月1日起施行。",
			"The Personal Information Protection Law came into force on 1 November 2021.",
		}, "2021-11-01 entry_into_force d2 !d1"},
		{"a court that only one text names", []string{
			"2024-08-21|A federal judge in Texas struck down the ban on noncompete agreements on Tuesday.",
			"On August 20, 2024, the District Court for the Northern District of Texas set aside the ban on noncompete agreements.",
		}, "2024-08-20 ruling d1 d2"},
		{"rulings of one day", []string{
			"2024-08-21|A federal judge in Texas struck down the ban on noncompete agreements on Tuesday.",
			"On August 20, 2024, the High Court dismissed the appeal of Ryanair.",
		}, "2024-08-20 ruling d1\n2024-08-20 ruling d2"},
		{"a fine and the ruling that upholds it", []string{
			"The European Commission fined Google EUR 2.42 billion on 27 June 2017.",
			"The General Court upheld the fine on Google on 10 November 2021.",
		}, "2017-06-27 penalty d1\n2021-11-10 ruling d2"},
		{"what came after an act, and the act", []string{
			"2021-07-06|Didi's shares sank on Friday after the review was announced.",
			"The Cyberspace Administration of China opened a review of Didi on 2 July 2021.",
			"The Cyberspace Administration of China opened a review of Didi on 5 May 2019.",
		}, "2019-05-05 investigation d3\n2021-07-02 investigation d2 d1"},
		{"one sum on two days", []string{
			"SAMR fined Alibaba 18.228 billion yuan on 10 April 2021.",
			"SAMR fined Alibaba 18.228 billion yuan on 10 April 2020.",
		}, "2021-04-10 penalty d1 !d2"},
		{"a round sum on two days", []string{
			"SAMR fined Tencent 500,000 yuan on 12 March 2021.",
			"SAMR fined Tencent 500,000 yuan on 30 April 2021.",
		}, "2021-03-12 penalty d1\n2021-04-30 penalty d2"},
		{"two fines under two provisions", []string{
			"For breaching Article 12 the Data Protection Commission fined WhatsApp 30 million euros. For breaching Article 13 the Data Protection Commission fined WhatsApp 30 million euros.",
		}, "- penalty d1\n- penalty d1"},
		{"an adoption, and the one that is still to come", []string{
			"2024-03-14|The European Parliament adopted the Artificial Intelligence Act on 13 March 2024. The Artificial Intelligence Act will be adopted by the Council later.",
		}, "2024-03-13 adoption d1\n- adoption d1"},
		{"a medicine that no list knows", []string{
			"The FDA approved Leqembi on July 6, 2023.",
			"2023-07-07|The Food and Drug Administration on Thursday granted full approval to Leqembi.",
			"On July 6, 2023, the FDA approved Veozah.",
		}, "2023-07-06 approval d1 d2\n2023-07-06 approval d3"},
		{"a rule without a name, told twice", []string{
			"The EPA finalized the PFAS drinking water rule on April 10, 2024.",
			"2024-04-10|The Environmental Protection Agency on Wednesday issued a final rule limiting PFAS in drinking water.",
		}, "2024-04-10 adoption d1 d2"},
		{"two rules in one issue of a gazette", []string{
			"The PFAS rule was published in the Federal Register on April 26, 2024.",
			"The noncompete rule was published in the Federal Register on April 26, 2024.",
		}, "2024-04-26 publication d1\n2024-04-26 publication d2"},
		{"a takeover that is refused", []string{
			"The CMA blocked Microsoft's takeover of Activision on 26 April 2023. The Competition and Markets Authority (CMA) is a regulator.",
			"2023年4月26日，英国竞争与市场管理局否决微软收购动视暴雪。",
		}, "2023-04-26 refusal d1 d2"},
		{"an authority without its country", []string{
			"The Cyberspace Administration opened an investigation into Didi in July 2021.",
			"The Cyberspace Administration of China opened an investigation into Didi on 2 July 2021.",
		}, "2021-07-02 investigation d2 d1"},
		{"two companies fined the same sum on the same day", []string{
			"On 18 December 2020 SAMR fined Alibaba 500,000 yuan.",
			"On 18 December 2020 SAMR fined Tencent 500,000 yuan.",
		}, "2020-12-18 penalty d1\n2020-12-18 penalty d2"},
		{"two companies fined in one sentence and one of them in another", []string{
			"SAMR fined Alibaba and Tencent 500,000 yuan each on 18 December 2020.",
			"On 18 December 2020 SAMR fined Tencent 500,000 yuan.",
		}, "2020-12-18 penalty d1 d2"},
		{"a regulation and its implementing rules", []string{
			"The Copyright Regulation entered into force on 1 March 2013.",
			"The Implementing Rules for the Copyright Regulation entered into force on 1 March 2013.",
		}, "2013-03-01 entry_into_force d1\n2013-03-01 entry_into_force d2"},
		{"one deadline of two acts", []string{
			"Comments on the Cookie Regulation are due by 1 October 2025.",
			"Comments on the Telecoms Act are due by 1 October 2025.",
		}, "2025-10-01 deadline d1\n2025-10-01 deadline d2"},
		{"amendments of two years", []string{
			"The Fisheries Act was amended in 2014.",
			"The Fisheries Act was amended in 2019.",
			"The Fisheries Act was amended on 6 May 2014.",
		}, "2014-05-06 amendment d3 d1\n2019 amendment d2"},
		{"a stop of new users and an app's removal", []string{
			"On 2 July 2021 the Cyberspace Administration of China banned Didi from registering new users.",
			"On 4 July 2021 the Cyberspace Administration of China ordered stores to remove the Didi app.",
			"Regulators have told Didi to stop registering new users.",
			"Stores were ordered to remove the Didi app.",
		}, "2021-07-02 restriction d1 d3\n2021-07-04 restriction d2 d4"},
		{"a ban and its end", []string{
			"The ministry banned the Telegram app on 13 April 2018.",
			"The ministry lifted the ban on the Telegram app on 18 June 2020.",
		}, "2018-04-13 restriction d1\n2020-06-18 repeal d2"},
		{"approval of two deals of one company", []string{
			"The European Commission approved the takeover of LinkedIn by Microsoft on 6 December 2016.",
			"The European Commission approved the takeover of Activision by Microsoft on 15 May 2023.",
		}, "2016-12-06 approval d1\n2023-05-15 approval d2"},
		{"one agency's speeches on one day", []string{
			"On 3 May 2022 the Bank of England's governor gave a speech on crypto assets.",
			"On 3 May 2022 the Bank of England's deputy governor gave a speech on climate stress tests.",
		}, "2022-05-03 statement d1\n2022-05-03 statement d2"},
		{"an order with two numbers", []string{
			"Executive Order 14028 was signed on 12 May 2021.",
			"Executive Order 14034 was signed on 9 June 2021.",
		}, "2021-05-12 adoption d1\n2021-06-09 adoption d2"},
		{"two laws adopted in one year", []string{
			"China adopted the Data Security Law in 2021.",
			"China adopted the Personal Information Protection Law in 2021.",
		}, "2021 adoption d1\n2021 adoption d2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := outline(build(t, c.texts...)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
