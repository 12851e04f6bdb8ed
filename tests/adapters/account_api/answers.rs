//! Answers that can be read, in all the shapes that they may have.

use twofa_bridge::account_api::{Error, Health, Me, NEEDED_SCOPES, Submission, Usage};
use twofa_bridge::model::web_link::UnusableLink;
use twofa_bridge::model::{AttemptState, Handle, Snapshot, WebLink};
use twofa_bridge::sandbox::account_api::{
    AccountIdMember, AccountsShape, Call, EmailAnswer, FaceLink, Fault, FaultKind, HandleMember, LinkQuality,
    Outcome, PollingUrl, Script, Step, WrongCode,
};

use super::{SOME, account, answered, attempt, client, code, sandbox, switch};

#[tokio::test]
async fn a_right_code_is_submitted_once_and_the_attempt_succeeds() {
    let sandbox = sandbox().await;
    let api = client(&sandbox);
    let id = attempt(&sandbox.start_attempt("acc_1", Script::sms()));

    let shown = api.look(&id, SOME).await.unwrap();
    assert_eq!((shown.attempt, shown.state), (id.clone(), AttemptState::NeedsOtp));
    assert_eq!((shown.account, shown.otp_channel.as_deref()), (None, Some("sms")));

    let right = sandbox.expected_code(id.as_str()).unwrap();
    let shown = api.submit(&id, Submission::Code(&code(&right))).await.unwrap();
    assert_eq!((shown.state, shown.account), (AttemptState::CompletedSuccess, Some(account("acc_1"))));

    let submissions = sandbox.attempt(id.as_str()).unwrap().submissions;
    assert_eq!(submissions.len(), 1);
    assert_eq!(submissions[0].body, serde_json::json!({ "code": right }));
    assert!(sandbox.requests().iter().all(|request| request.authorised));
}

#[tokio::test]
async fn a_wrong_code_is_told_by_a_snapshot_or_by_declining() {
    let sandbox = sandbox().await;
    let api = client(&sandbox);
    let id = attempt(&sandbox.start_attempt("acc_1", Script::app()));
    let wrong = code("0123456789012345");

    let shown = api.submit(&id, Submission::Code(&wrong)).await.unwrap();
    assert_eq!(shown.state, AttemptState::Wrong2faCodeRetry);

    switch(&sandbox, |switches| switches.wrong_code = WrongCode::ProblemAndRetry);
    let declined = api.submit(&id, Submission::Code(&wrong)).await;
    assert_eq!(declined, Err(Error::Declined { status: 400 }));
    assert_eq!(api.look_now(&id).await.unwrap().state, AttemptState::Wrong2faCodeRetry);
    assert_eq!(api.health(), Health::Answering);
}

#[tokio::test]
async fn a_finished_face_check_is_reported_without_a_code() {
    let sandbox = sandbox().await;
    let api = client(&sandbox);
    let id = attempt(&sandbox.start_attempt("acc_1", Script::face()));
    sandbox.finish_face_check(id.as_str());

    let shown = api.submit(&id, Submission::FaceDone).await.unwrap();

    assert_eq!(shown.state, AttemptState::CompletedSuccess);
    let submissions = sandbox.attempt(id.as_str()).unwrap().submissions;
    assert_eq!(submissions[0].outcome, Outcome::FaceFinished);
    assert_eq!(submissions[0].body, serde_json::json!({ "selfie_verification_completed": true }));
}

#[tokio::test]
async fn an_email_is_sent_whatever_shape_the_answer_has() {
    let sandbox = sandbox().await;
    let api = client(&sandbox);
    let id = attempt(&sandbox.start_attempt("acc_1", Script::email()));

    let shown = api.send_email(&id).await.unwrap().unwrap();
    assert_eq!(
        (shown.state, shown.email_mask.as_deref()),
        (AttemptState::NeedsEmail, Some("c•••••@example.com"))
    );
    for shape in [EmailAnswer::Message, EmailAnswer::NoContent] {
        switch(&sandbox, |switches| switches.email_answer = shape);
        assert_eq!(api.send_email(&id).await, Ok(None));
    }

    assert_eq!(sandbox.attempt(id.as_str()).unwrap().emails_sent, 3);
}

#[tokio::test]
async fn a_reauthentication_brings_an_attempt_that_may_already_be_done() {
    let sandbox = sandbox().await;
    let api = client(&sandbox);
    sandbox.script_next("acc_1", Script::immediate_success());

    let shown = api.reauthenticate(&account("acc_1")).await.unwrap();
    assert_eq!((shown.state, shown.account), (AttemptState::CompletedSuccess, Some(account("acc_1"))));
    let shown = api.reauthenticate(&account("acc_2")).await.unwrap();
    assert_eq!(shown.state, AttemptState::NeedsAppOtp);
    assert_eq!(api.reauthenticate(&account("acc_3")).await, Err(Error::NoCredentials));
    assert_eq!(api.reauthenticate(&account("acc_9")).await, Err(Error::NotFound));
}

#[tokio::test]
async fn the_accounts_are_read_from_every_shape_that_the_list_may_have() {
    let sandbox = sandbox().await;
    let api = client(&sandbox);
    let known = [("acc_1", "bella"), ("acc_2", "carla"), ("acc_3", "dora")]
        .map(|(id, handle)| (account(id), Handle::parse(handle).unwrap()));
    for shape in [AccountsShape::Array, AccountsShape::Data, AccountsShape::Accounts] {
        for id in [AccountIdMember::Id, AccountIdMember::AccountId] {
            for handle in [HandleMember::Username, HandleMember::Handle, HandleMember::Name] {
                switch(&sandbox, |switches| {
                    switches.accounts_shape = shape;
                    switches.account_id_member = id;
                    switches.handle_member = handle;
                });
                assert_eq!(api.accounts().await.unwrap(), known, "{shape:?} {id:?} {handle:?}");
            }
        }
    }
}

#[tokio::test]
async fn accounts_that_cannot_be_read_are_left_out_and_the_others_are_not() {
    let list = r#"{"data": [
        {"id": "acc_1", "username": "Bella"}, {"id": 7, "username": null, "name": "carla"}, {"id": "acc_3"}, null,
        {"username": "nobody"}, {"id": "a/b", "username": "slash"}, {"id": "acc_4", "name": "Eva Two"}, 5, "acc_5"
    ], "next": null}"#;
    let known = [("acc_1", "bella"), ("7", "carla")]
        .map(|(id, handle)| (account(id), Handle::parse(handle).unwrap()));
    assert_eq!(answered(200, &[], list).await.accounts().await.unwrap(), known);

    for shape in ["{}", r#"{"data": {}}"#, "null", "[", ""] {
        assert_eq!(answered(200, &[], shape).await.accounts().await, Err(Error::Malformed), "{shape}");
    }
}

#[tokio::test]
async fn the_key_tells_which_scopes_it_lacks_and_which_are_too_many() {
    let sandbox = sandbox().await;
    let api = client(&sandbox);
    let me = api.me().await.unwrap();
    assert_eq!(
        me,
        Me { organisation: Some("Sandbox".into()), scopes: NEEDED_SCOPES.map(str::to_owned).into() }
    );
    assert_eq!((me.missing(), me.excess()), (vec![], vec![]));

    sandbox.set_switches(sandbox.switches().without_scope("usage:read").with_scope("chats:write"));
    let me = api.me().await.unwrap();
    assert_eq!((me.missing(), me.excess()), (vec!["usage:read"], vec!["chats:write"]));
}

#[tokio::test]
async fn the_key_is_read_from_several_shapes() {
    let shapes = [
        (r#"{"organization": "Acme", "scopes": ["me:read"]}"#, Some("Acme")),
        (r#"{"org": {"id": "org_1"}, "key": {"scopes": ["me:read", 7]}}"#, Some("org_1")),
        (r#"{"data": {"organisation": {"name": "Ac\u202eme"}, "scopes": "me:read"}}"#, Some("Acme")),
        (r#"{"org": 7, "scopes": ["me:read"]}"#, None),
    ];
    for (shape, organisation) in shapes {
        let me = answered(200, &[], shape).await.me().await.unwrap();
        assert_eq!(
            me,
            Me { organisation: organisation.map(str::to_owned), scopes: ["me:read".into()].into() },
            "{shape}"
        );
    }
    assert_eq!(answered(200, &[], r#"{"org": "Acme"}"#).await.me().await, Err(Error::Malformed));
}

#[tokio::test]
async fn the_limit_of_the_organisation_is_read() {
    let sandbox = sandbox().await;
    let usage = client(&sandbox).usage().await.unwrap();
    assert_eq!(usage, Usage { limit: 600, remaining: Some(599) });

    for shape in
        [r#"{"rateLimits": {"org": {"limit": 0}}}"#, r#"{"rateLimits": {"org": {"limit": "60"}}}"#, "{}"]
    {
        assert_eq!(answered(200, &[], shape).await.usage().await, Err(Error::Malformed), "{shape}");
    }
}

#[tokio::test]
async fn links_are_found_wherever_they_stand_and_unusable_ones_are_told_apart_from_missing_ones() {
    let sandbox = sandbox().await;
    let api = client(&sandbox);
    let id = attempt(&sandbox.start_attempt("acc_1", Script::face()));
    let usable = Some(WebLink::parse(&format!("https://verify.sandbox.example/face/{id}")));
    let links = |shown: Snapshot| [shown.face_link, shown.page_link, shown.phone_link];

    for nulls_left_out in [false, true] {
        for (place, expected) in [
            (FaceLink::FaceVerification, [usable.clone(), None, None]),
            (FaceLink::VerificationPage, [None, usable.clone(), None]),
            (FaceLink::Phone, [None, None, usable.clone()]),
            (FaceLink::Missing, [None, None, None]),
        ] {
            switch(&sandbox, |switches| {
                (switches.face_link, switches.nulls_left_out) = (place, nulls_left_out);
            });
            assert_eq!(links(api.look_now(&id).await.unwrap()), expected, "{place:?}");
        }
    }
    for (quality, unusable) in [
        (LinkQuality::PlainHttp, UnusableLink::NotHttps),
        (LinkQuality::WithCredentials, UnusableLink::Credentials),
        (LinkQuality::NotAnAddress, UnusableLink::NotAUrl),
    ] {
        switch(&sandbox, |switches| {
            (switches.face_link, switches.link_quality) = (FaceLink::FaceVerification, quality);
        });
        assert_eq!(api.look_now(&id).await.unwrap().face_link, Some(Err(unusable)));
    }
}

#[tokio::test]
async fn members_that_nobody_described_and_states_that_nobody_knows_are_no_error() {
    let sandbox = sandbox().await;
    let api = client(&sandbox);
    switch(&sandbox, |switches| switches.extra_members = true);
    let id = attempt(&sandbox.start_attempt("acc_1", Script::chain([Step::Unknown("needs_passkey".into())])));
    assert_eq!(api.look(&id, SOME).await.unwrap().state, AttemptState::Unknown("needs_passkey".into()));
}

#[tokio::test]
async fn only_the_id_and_the_state_must_be_there() {
    let bare = answered(200, &[], r#"{"attempt_id": "att_1", "state": "pending"}"#).await;
    let odd = answered(
        200,
        &[],
        r#"{"attempt_id": "att_1", "state": "pending", "account_id": 7, "phone_url": {}, "verification_page_url": "",
            "face_verification_url": [], "email_mask": true, "otp_channel": ["sms"], "next_actions": "wait",
            "polling_url": 1}"#,
    )
    .await;
    let wrapped = answered(200, &[], r#"{"data": {"attempt_id": "att_1", "state": "pending"}}"#).await;
    let nothing_else = Snapshot {
        attempt: attempt("att_1"),
        state: AttemptState::Pending,
        account: None,
        face_link: None,
        page_link: None,
        phone_link: None,
        email_mask: None,
        otp_channel: None,
    };
    for api in [bare, odd, wrapped] {
        assert_eq!(api.look(&attempt("att_1"), SOME).await, Ok(nothing_else.clone()));
    }
}

#[tokio::test]
async fn an_answer_about_another_attempt_or_about_none_is_not_believed() {
    for body in [
        r#"{"attempt_id": "att_2", "state": "completed_success"}"#,
        r#"{"attempt_id": "../att_1", "state": "pending"}"#,
        r#"{"attempt_id": 1, "state": "pending"}"#,
        r#"{"state": "pending"}"#,
        r#"{"attempt_id": "att_1"}"#,
        r#"{"attempt_id": "att_1", "state": 5}"#,
        r#"{"attempt_id": "att_1", "state": ""}"#,
        r#"["att_1"]"#,
        "",
    ] {
        let api = answered(200, &[], body).await;
        assert_eq!(api.look(&attempt("att_1"), SOME).await, Err(Error::Malformed), "{body}");
        assert_eq!(
            api.submit(&attempt("att_1"), Submission::FaceDone).await,
            Err(Error::Malformed),
            "{body}"
        );
        assert_eq!(api.send_email(&attempt("att_1")).await, Ok(None), "{body}");
    }
}

#[tokio::test]
async fn hints_are_cut_and_cannot_steer_the_text_around_them() {
    let body = format!(
        r#"{{"attempt_id": "att_1", "state": "needs_email", "email_mask": "b\u202e\n•@mail.com", "otp_channel": "{}"}}"#,
        "é".repeat(500)
    );
    let shown = answered(200, &[], &body).await.look(&attempt("att_1"), SOME).await.unwrap();
    assert_eq!(shown.email_mask.as_deref(), Some("b•@mail.com"));
    assert_eq!(shown.otp_channel.unwrap().chars().count(), Snapshot::MOST_HINT);
}

#[tokio::test]
async fn no_address_from_an_answer_is_ever_called() {
    let (sandbox, elsewhere) = (sandbox().await, sandbox().await);
    let api = client(&sandbox);
    switch(&sandbox, |switches| switches.polling_url = PollingUrl::Foreign(elsewhere.base_url()));
    let id = api.reauthenticate(&account("acc_1")).await.unwrap().attempt;
    assert!(api.look(&id, SOME).await.is_ok() && api.look_now(&id).await.is_ok());

    for status in [301, 302, 303, 307, 308] {
        switch(&sandbox, |switches| {
            switches.redirect_to = Some(elsewhere.base_url());
            switches.redirect_status = status;
        });
        assert_eq!(api.look(&id, SOME).await, Err(Error::Lost { status: Some(status) }));
        let submitted = api.submit(&id, Submission::Code(&code("000000"))).await;
        assert_eq!(submitted, Err(Error::Lost { status: Some(status) }));
    }
    assert_eq!(elsewhere.requests(), []);
}

#[tokio::test]
async fn a_base_address_may_have_a_path_and_ids_stay_one_segment_of_it() {
    let sandbox = sandbox().await;
    for base in ["", "/", "/v1/..", "/sub", "/sub/"] {
        let url = format!("{}{base}", sandbox.base_url()).parse().unwrap();
        let api = twofa_bridge::account_api::AccountApi::new(url, &sandbox.key().into(), 600).unwrap();
        assert_eq!(api.look(&attempt("a:b..c-d_e"), SOME).await, Err(Error::NotFound));
    }
    let paths: Vec<_> = sandbox.requests().into_iter().map(|request| request.path).collect();
    let plain = "/v1/connect/login/a:b..c-d_e";
    let below = format!("/sub{plain}");
    assert_eq!(paths, [plain, plain, plain, &below, &below]);
}

#[tokio::test]
async fn an_account_is_looked_at_by_its_status_alone() {
    let sandbox = sandbox().await;
    let api = client(&sandbox);
    // Before, the calls of a process that went before are assumed, and nothing that can wait goes.
    assert_eq!(api.look_at_account(&account("acc_1")).await, Err(Error::Busy));
    api.usage().await.unwrap();
    assert_eq!(api.look_at_account(&account("acc_1")).await, Ok(()));
    sandbox.end_session("acc_1");
    assert_eq!(api.look_at_account(&account("acc_1")).await, Err(Error::Gone));
    assert_eq!(api.look_at_account(&account("acc_9")).await, Err(Error::NotFound));
    let lost = |status| Err(Error::Lost { status });
    for (fault, result) in [
        (FaultKind::Garbled, Ok(())),
        (FaultKind::Empty, Ok(())),
        (FaultKind::Status(401), Err(Error::Refused { missing_scope: None })),
        (FaultKind::Status(404), Err(Error::NotFound)),
        (FaultKind::Status(500), lost(Some(500))),
        (FaultKind::GatewayPage(503), lost(Some(503))),
        (FaultKind::ResetBefore, lost(None)),
    ] {
        sandbox.inject(Fault::on(Call::Account, fault.clone()));
        assert_eq!(api.look_at_account(&account("acc_2")).await, result, "{fault:?}");
    }
}
