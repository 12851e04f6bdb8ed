//! The simulated account API: each open question, answered each way.

use reqwest::Method;
use serde_json::{Value, json};
use twofa_bridge::sandbox::account_api::{
    AccountApi, AccountIdMember, AccountsShape, EmailAnswer, Expiry, FaceLink, HandleMember, LinkQuality,
    Outcome, PhoneLink, PollingUrl, Script, WrongCode,
};

use super::Bench;

#[tokio::test]
async fn a_wrong_code_answers_with_a_state_or_with_a_problem() {
    let cases = [
        (WrongCode::Retry, 200, "wrong_2fa_code_retry"),
        (WrongCode::ProblemAndRetry, 400, "wrong_2fa_code_retry"),
        (WrongCode::ProblemOnly, 400, "needs_otp"),
    ];
    for (wrong_code, status, state) in cases {
        let bench = Bench::start().await;
        bench.api.switch(|switches| switches.wrong_code = wrong_code);
        let attempt = bench.api.start_attempt("acc_1", Script::sms());
        let reply = bench.submit(&attempt, "000000").await;
        assert_eq!(reply.status, status);
        if status == 400 {
            reply.is_problem(400, "invalid-code");
        }
        bench.look(&attempt).await.is(200, state);
        bench.submit_right(&attempt).await.is(200, "completed_success");
        assert_eq!(bench.outcomes(&attempt), [Outcome::Wrong, Outcome::Right]);
    }
}

#[tokio::test]
async fn too_many_wrong_codes_end_an_attempt() {
    for wrong_code in [WrongCode::Retry, WrongCode::ProblemAndRetry, WrongCode::ProblemOnly] {
        let bench = Bench::start().await;
        bench.api.switch(|switches| {
            switches.wrong_code = wrong_code;
            switches.max_wrong = 2;
        });
        let attempt = bench.api.start_attempt("acc_1", Script::app());
        let right = bench.api.expected_code(&attempt).unwrap();
        bench.submit(&attempt, "000000").await;
        bench.submit(&attempt, "111111").await;
        bench.look(&attempt).await.is(200, "completed_failed");
        bench.submit(&attempt, &right).await.is_problem(400, "not-awaiting-input");
    }
}

#[tokio::test]
async fn an_expired_attempt_is_unknown_failed_or_gone() {
    for (expiry, status, state) in [
        (Expiry::NotFound, 404, "no state"),
        (Expiry::Failed, 200, "completed_failed"),
        (Expiry::Gone, 410, "no state"),
    ] {
        let bench = Bench::start().await;
        bench.api.switch(|switches| switches.expiry = expiry);
        let attempt = bench.api.start_attempt("acc_1", Script::sms());
        assert!(bench.api.age(&attempt));
        bench.look(&attempt).await.is(status, state);
        assert!(bench.api.attempt(&attempt).unwrap().expired);

        let done = bench.api.start_attempt("acc_1", Script::immediate_success());
        bench.api.age(&done);
        bench.look(&done).await.is(200, "completed_success");
    }
}

#[tokio::test]
async fn attempts_may_expire_by_themselves() {
    let bench = Bench::start().await;
    bench.api.switch(|switches| switches.attempt_lifetime_ms = Some(0));
    let attempt = bench.api.start_attempt("acc_1", Script::sms());
    bench.look(&attempt).await.is_problem(404, "not-found");
}

#[tokio::test]
async fn authenticator_codes_may_turn_over() {
    let bench = Bench::start().await;
    bench.api.switch(|switches| switches.authenticator_period_ms = Some(1));
    let attempt = bench.api.start_attempt("acc_1", Script::app());
    let first = bench.api.expected_code(&attempt).unwrap();
    let turned = |api: &AccountApi| api.expected_code(&attempt).is_some_and(|code| code != first);
    assert!(bench.api.wait_until(turned).await);
    bench.submit(&attempt, &first).await.is(200, "wrong_2fa_code_retry");

    bench.api.switch(|switches| switches.authenticator_period_ms = Some(30_000));
    bench.submit_right(&attempt).await.is(200, "completed_success");
}

#[tokio::test]
async fn an_authenticator_shows_its_next_code_to_order() {
    let bench = Bench::start().await;
    let attempt = bench.api.start_attempt("acc_1", Script::app());
    let first = bench.api.expected_code(&attempt).unwrap();
    assert!(bench.api.turn_code_over(&attempt));
    assert_ne!(bench.api.expected_code(&attempt).unwrap(), first);
    bench.submit(&attempt, &first).await.is(200, "wrong_2fa_code_retry");
    bench.submit_right(&attempt).await.is(200, "completed_success");

    let sms = bench.api.start_attempt("acc_2", Script::sms());
    let code = bench.api.expected_code(&sms);
    assert!(!bench.api.turn_code_over(&sms));
    assert_eq!(bench.api.expected_code(&sms), code);
}

#[tokio::test]
async fn a_finished_face_check_may_need_no_report() {
    let bench = Bench::start().await;
    bench.api.switch(|switches| switches.face_check_needs_report = false);
    let attempt = bench.api.start_attempt("acc_1", Script::face());
    bench.api.finish_face_check(&attempt);
    bench.look(&attempt).await.is(200, "completed_success");
}

#[tokio::test]
async fn the_polling_url_may_be_anything() {
    let bench = Bench::start().await;
    let attempt = bench.api.start_attempt("acc_1", Script::sms());
    let path = format!("/v1/connect/login/{attempt}");
    let cases = [
        (PollingUrl::Relative, json!(path)),
        (PollingUrl::Absolute, json!(format!("{}{path}", bench.api.base_url()))),
        (PollingUrl::Foreign("http://127.0.0.1:1".to_owned()), json!(format!("http://127.0.0.1:1{path}"))),
        (PollingUrl::Missing, Value::Null),
    ];
    for (polling_url, expected) in cases {
        bench.api.switch(|switches| switches.polling_url = polling_url);
        assert_eq!(bench.look(&attempt).await.body["polling_url"], expected);
    }
}

#[tokio::test]
async fn optional_members_may_be_missing_and_others_may_be_there() {
    let bench = Bench::start().await;
    let attempt = bench.api.start_attempt("acc_1", Script::sms());
    let described = bench.look(&attempt).await.body;
    assert_eq!(described.as_object().unwrap().len(), 11);
    assert_eq!(described.get("phone_url"), Some(&Value::Null));

    bench.api.switch(|switches| switches.nulls_left_out = true);
    let sparse = bench.look(&attempt).await.body;
    let members: Vec<_> = sparse.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(members, ["attempt_id", "next_actions", "otp_channel", "polling_url", "state"]);

    bench.api.switch(|switches| switches.extra_members = true);
    for path in [
        format!("/v1/connect/login/{attempt}"),
        "/v1/me".into(),
        "/v1/me/usage".into(),
        "/v1/accounts".into(),
    ] {
        assert!(bench.get(&path).await.body["risk"]["signals"].is_array(), "{path}");
    }
    assert!(bench.get("/v1/nothing").await.body["risk"].is_object());
}

#[tokio::test]
async fn the_links_for_people_may_stand_elsewhere_or_nowhere() {
    let bench = Bench::start().await;
    let face = bench.api.start_attempt("acc_1", Script::face());
    let phone = bench.api.start_attempt("acc_1", Script::phone());
    let present = |body: &Value| {
        let members = ["face_verification_url", "verification_page_url", "phone_url"];
        members.into_iter().filter(|member| body[member].is_string()).collect::<Vec<_>>()
    };
    for (link, expected) in [
        (FaceLink::FaceVerification, vec!["face_verification_url"]),
        (FaceLink::VerificationPage, vec!["verification_page_url"]),
        (FaceLink::Phone, vec!["phone_url"]),
        (FaceLink::Missing, vec![]),
    ] {
        bench.api.switch(|switches| switches.face_link = link);
        assert_eq!(present(&bench.look(&face).await.body), expected);
    }
    for (link, expected) in [
        (PhoneLink::Phone, vec!["phone_url"]),
        (PhoneLink::VerificationPage, vec!["verification_page_url"]),
        (PhoneLink::Missing, vec![]),
    ] {
        bench.api.switch(|switches| switches.phone_link = link);
        assert_eq!(present(&bench.look(&phone).await.body), expected);
    }
}

#[tokio::test]
async fn links_may_be_unusable() {
    let bench = Bench::start().await;
    let face = bench.api.start_attempt("acc_1", Script::face());
    for (quality, start) in [
        (LinkQuality::Usable, "https://verify.example/"),
        (LinkQuality::PlainHttp, "http://verify.example/"),
        (LinkQuality::WithCredentials, "https://onlyfans.com:443@verify.example/"),
        (LinkQuality::NotAnAddress, "see your inbox"),
    ] {
        bench.api.switch(|switches| {
            switches.link_quality = quality;
            switches.link_origin = "https://verify.example".to_owned();
        });
        let link = bench.look(&face).await.body["face_verification_url"].as_str().unwrap().to_owned();
        assert!(link.starts_with(start), "{link}");
    }
}

#[tokio::test]
async fn hints_may_hold_odd_values() {
    let bench = Bench::start().await;
    let attempt = bench.api.start_attempt("acc_1", Script::sms());
    bench.api.switch(|switches| {
        switches.otp_channel = Some(json!("carrier_pigeon"));
        switches.next_actions = Some(json!(["dance", "", "dance"]));
    });
    let body = bench.look(&attempt).await.body;
    assert_eq!(
        (&body["otp_channel"], &body["next_actions"]),
        (&json!("carrier_pigeon"), &json!(["dance", "", "dance"]))
    );
}

#[tokio::test]
async fn sending_an_email_answers_with_an_attempt_a_message_or_nothing() {
    let bench = Bench::start().await;
    let attempt = bench.api.start_attempt("acc_1", Script::email());
    bench.send_email(&attempt).await.is(200, "needs_email");
    bench.api.switch(|switches| switches.email_answer = EmailAnswer::Message);
    assert_eq!(bench.send_email(&attempt).await.body, json!({ "message": "email sent" }));
    bench.api.switch(|switches| switches.email_answer = EmailAnswer::NoContent);
    let nothing = bench.send_email(&attempt).await;
    assert_eq!((nothing.status, nothing.body), (204, Value::Null));
}

#[tokio::test]
async fn the_list_of_accounts_has_several_shapes() {
    let bench = Bench::start().await;
    bench.api.remove_account("acc_2");
    bench.api.remove_account("acc_3");
    let list = bench.get("/v1/accounts").await.body;
    assert_eq!(list, json!({ "data": [{ "id": "acc_1", "username": "bella" }] }));

    bench.api.switch(|switches| {
        switches.accounts_shape = AccountsShape::Array;
        switches.account_id_member = AccountIdMember::AccountId;
        switches.handle_member = HandleMember::Handle;
    });
    let list = bench.get("/v1/accounts").await.body;
    assert_eq!(list, json!([{ "account_id": "acc_1", "handle": "bella" }]));

    bench.api.switch(|switches| {
        switches.accounts_shape = AccountsShape::Accounts;
        switches.handle_member = HandleMember::Name;
    });
    let list = bench.get("/v1/accounts").await.body;
    assert_eq!(list, json!({ "accounts": [{ "account_id": "acc_1", "name": "bella" }] }));
}

#[tokio::test]
async fn a_missing_scope_is_named_and_a_needless_one_is_listed() {
    let bench = Bench::start().await;
    let exact = json!(["accounts:read", "accounts:write", "me:read", "usage:read"]);
    assert_eq!(bench.get("/v1/me").await.body["scopes"], exact);

    bench.api.set_switches(bench.api.switches().without_scope("accounts:write").with_scope("payouts:write"));
    let refused = bench.reauthenticate("acc_1").await;
    refused.is_problem(403, "insufficient-scope");
    assert_eq!(refused.body["requiredScope"], "accounts:write");
    assert_eq!(bench.get("/v1/accounts").await.status, 200);
    let listed = json!(["accounts:read", "me:read", "usage:read", "payouts:write"]);
    assert_eq!(bench.get("/v1/me").await.body["scopes"], listed);
}

#[tokio::test]
async fn every_call_may_be_redirected_to_another_origin() {
    let bench = Bench::start().await;
    bench.api.switch(|switches| switches.redirect_to = Some("http://127.0.0.1:1".to_owned()));
    let reply = bench.try_call(Method::GET, "/v1/me/usage", None).await.unwrap();
    assert_eq!(
        (reply.status, &reply.headers["location"]),
        (302, &"http://127.0.0.1:1/v1/me/usage".parse().unwrap())
    );

    bench.api.switch(|switches| switches.redirect_status = 307);
    let attempt = bench.api.start_attempt("acc_1", Script::sms());
    let reply = bench.submit(&attempt, "482915").await;
    assert_eq!(reply.status, 307);
    assert!(bench.outcomes(&attempt).is_empty());
}
